import { describe, expect, it } from "vitest";
import { queryPin, verifyPin } from "../../../devices/iso7816/commands.ts";
import { NO_ANSWER } from "../../../devices/iso7816/status-word.ts";
import { OuterCard } from "../../../harness/outer/outer-card.ts";
import type { OuterReader } from "../../../harness/outer/outer-reader.ts";
import { Outside } from "../../../harness/outer/outside.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";

const SELECT_FILE = "00A4020C02000B";

/** A reader with a card whose certificate cannot be read; what it was sent. */
function unreadable() {
  const sent: string[] = [];
  const outer: OuterReader = {
    name: "R",
    connect: async () => fromHex("3B00"),
    reset: async () => fromHex("3B00"),
    async transmit(command) {
      sent.push(toHex(command));
      return fromHex(toHex(command) === SELECT_FILE ? "6A82" : "9000");
    },
    release: async () => {},
  };
  return { outer, sent };
}

/** Runs a talk with the card that lies there. */
async function talk<T>(outer: OuterReader, make: (card: OuterCard) => Process<T>): Promise<T | undefined> {
  const clock = new VirtualClock(0);
  const outside = new Outside();
  const strand = new Switchboard(clock, () => 1).strand();
  const card = new OuterCard({ outer, outside, reader: "R1", strand, front: undefined, authorities: [] });
  let result: T | undefined;
  function* inserted(): Process<T> {
    yield* card.insert();
    return yield* make(card);
  }
  start(inserted(), (outcome) => {
    if ("value" in outcome) result = outcome.value;
  });
  await outside.run(clock);
  return result;
}

describe("a card of which nobody knows who issued it", () => {
  it("is shown no PIN: the command is not sent", async () => {
    const { outer, sent } = unreadable();
    const answer = await talk(outer, (card) => card.channel.transmit(verifyPin("1234")));
    expect(answer?.sw).toBe(NO_ANSWER);
    expect(sent.filter((command) => command.startsWith("0020"))).toEqual([]);
  });

  it("is asked for the tries it has left, which costs none", async () => {
    const { outer, sent } = unreadable();
    await talk(outer, (card) => card.channel.transmit(queryPin()));
    expect(sent).toContain("00200080");
  });
});
