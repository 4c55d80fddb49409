import { describe, expect, it } from "vitest";
import { readerProfiles } from "../../../devices/readers/profiles/index.ts";
import type { ScreenView } from "../../../devices/readers/screens.ts";
import { ReaderView } from "../../../harness/front/reader-view.ts";
import { willingPatient } from "../../../harness/front/willing-patient.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { start } from "../../../simulator/kernel/process.ts";

/** A view of a reader, and the lines it told in English. */
function watched(profile: keyof typeof readerProfiles = "simulated-face") {
  const told: string[] = [];
  return { told, view: new ReaderView(readerProfiles[profile], ({ en }) => told.push(en.trim())) };
}

const field = (change: "inserted" | "removed", atr?: string) =>
  ({ atMs: 0, pco: "card.field", message: { reader: "R0", change, ...(atr === undefined ? {} : { atr }) } }) as const;

describe("what somebody beside a reader sees", () => {
  it("is a lamp where a chip is felt, once, and none where it is gone", () => {
    const { told, view } = watched("almex");
    view.signal("idle");
    view.card(field("inserted", "3B 80"));
    view.signal("card-felt");
    view.card(field("removed"));
    expect(told).toEqual([
      "lamp and sound: dark and silent",
      "lamp and sound: green blinking, 1 beep",
      "lamp and sound: dark and silent",
    ]);
  });

  it("is nothing where a mute chip is laid down", () => {
    const { told, view } = watched();
    view.card(field("inserted"));
    expect(told).toEqual([]);
  });

  it("is the screen of PIN entry as often as it changes", () => {
    const { told, view } = watched();
    for (const text of ["", "PIN: ", "PIN: *", "PIN: *", "", ""]) view.pinEntry(text);
    expect(told).toEqual(["screen: PIN:", "screen: PIN: *", "screen: at rest"]);
  });

  it("is every screen with what is done with it, and never what is typed", () => {
    const clock = new VirtualClock(0);
    const { told, view } = watched("canon");
    const patient = view.watching(willingPatient({ clock, pin: "8264", face: undefined }));
    const shows = (shown: Omit<ScreenView, "reader">): void => {
      start(patient.touch({ reader: "R1", ...shown }, 30_000), () => {});
      clock.runUntilIdle();
    };
    patient.informed?.({ reader: "R1", screen: "S01" });
    shows({ screen: "S02", offers: ["face", "pin"] });
    shows({ screen: "S03a", message: "SIM-007" });
    shows({ screen: "S03b", triesLeft: 2 });
    shows({ screen: "S03c", phones: ["android"] });
    expect(told).toEqual([
      "S01  card found",
      expect.stringMatching(/^lamp and sound: /),
      "S02  choose how to confirm - face, PIN",
      "→ chose a way face",
      "S03a face: look into the frame - [SIM-007] face not matched",
      "lamp and sound: red steady",
      "→ looked",
      "S03b type the 4-digit PIN - 2 tries left",
      "→ typed",
      "S03c hold your phone to the reader",
    ]);
    expect(told.join()).not.toContain("8264");
  });
});
