import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carryApdu, withLe } from "../../../devices/ccid-reader/apdu-level.ts";
import { readerDecisions } from "../../../devices/ccid-reader/decisions.ts";
import { type IccOutcome, MUTE } from "../../../devices/ccid-reader/icc-slot.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { type Process, type Settled, sleep, start } from "../../../simulator/kernel/process.ts";

const READ = fromHex("00 B0 00 00 00");

/** What the host gets from a card that answers in a moment, and what the card was sent. */
function carried(answer: (command: Uint8Array, index: number) => IccOutcome, command = READ) {
  const clock = new VirtualClock(0);
  const sent: string[] = [];
  let settled: Settled<IccOutcome> | undefined;
  function* toCard(apdu: Uint8Array): Process<IccOutcome> {
    sent.push(toHex(apdu));
    yield* sleep(clock, 1);
    return answer(apdu, sent.length - 1);
  }
  start(carryApdu(command, toCard, readerDecisions.apdu), (outcome) => {
    settled = outcome;
  });
  while (clock.runNext());
  if (settled === undefined || "error" in settled) throw new Error("the exchange did not end");
  return { sent, got: settled.value };
}

const data = (hex: string): IccOutcome => ({ data: fromHex(hex) });
const lengthOf = (outcome: IccOutcome): number => ("data" in outcome ? outcome.data.length : 0);

describe("an APDU carried by a reader", () => {
  it("fetches what the card announces with 61xx, and joins it", () => {
    const { sent, got } = carried((_command, index) => data(["01 02 61 03", "03 61 00", "04 90 00"][index] ?? ""));
    expect(sent).toEqual(["00B0000000", "00C0000003", "00C0000000"]);
    expect(got).toEqual(data("01 02 03 04 90 00"));
  });

  it("sends the command again with the Le of 6Cxx, once", () => {
    const { sent, got } = carried(() => data("6C 10"));
    expect(sent).toEqual(["00B0000000", "00B0000010"]);
    expect(got).toEqual(data("6C 10"));
  });

  it("ends with the failure of whatever piece was missing", () => {
    expect(carried((_command, index) => (index === 0 ? data("01 61 01") : MUTE)).got).toEqual(MUTE);
  });

  it("stops at a card that announces more for ever, and gives no piece twice", () => {
    const piece = concat(new Uint8Array(256), fromHex("61 00"));
    const { sent, got } = carried(() => ({ data: piece }));
    expect(lengthOf(got)).toBe(sent.length * 256 + 2);
    expect(sent.length).toBe(257);
    expect(carried(() => data("61 01")).sent.length).toBeLessThan(5_000);
  });

  it("hands on every other answer as it is, whatever it is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        fc.pre(bytes.at(-2) !== 0x61 && bytes.at(-2) !== 0x6c);
        expect(carried(() => ({ data: bytes })).got).toEqual({ data: bytes });
      }),
    );
  });

  it("writes Le 0 as one byte, and leaves what is no command alone", () => {
    expect(toHex(withLe(fromHex("00 B0 00 00"), 0))).toBe("00B0000000");
    expect(toHex(withLe(fromHex("00 A4 04 00 01 AA"), 5))).toBe("00A4040001AA05");
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3 }), (bytes) => withLe(bytes, 1) === bytes));
  });
});
