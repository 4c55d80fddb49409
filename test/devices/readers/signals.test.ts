import { describe, expect, it } from "vitest";
import { readerProfiles } from "../../../devices/readers/profiles/index.ts";
import { signalEvents, signalsFor } from "../../../devices/readers/signals.ts";

const { almex, canon, panasonic, "simulated-face": simulatedFace } = readerProfiles;
const silentRed = (pattern: "steady" | "blinking") => ({ lamp: { colour: "red", pattern }, sound: undefined });

describe("lamp and sound", () => {
  it("of Almex: one beep when a chip is felt, red blinking when the reader is lost", () => {
    expect(signalsFor(almex, "card-felt").sound).toEqual({ beeps: 1, everyMs: undefined });
    expect(signalsFor(almex, "reader-lost")).toEqual(silentRed("blinking"));
  });

  it("of Canon: a red lamp when the face does not match", () => {
    expect(signalsFor(canon, "face-failed")).toEqual(silentRed("steady"));
  });

  it("are our choice where a maker tells nothing", () => {
    for (const event of signalEvents) expect(signalsFor(panasonic, event)).toEqual(signalsFor(simulatedFace, event));
  });

  it("a card left behind is called for every five seconds, at every reader", () => {
    for (const profile of Object.values(readerProfiles)) {
      expect(signalsFor(profile, "card-left").sound).toEqual({ beeps: 1, everyMs: 5_000 });
    }
  });
});
