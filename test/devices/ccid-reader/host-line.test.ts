import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { encodeFrame, frame } from "../../../devices/ccid/frame.ts";
import { readerDecisions } from "../../../devices/ccid-reader/decisions.ts";
import { HostLine } from "../../../devices/ccid-reader/host-line.ts";
import { apduIdentity } from "../../../devices/ccid-reader/identity.ts";
import { encodeMessage, movement, nak } from "../../../devices/ccid-serial/frame.ts";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";

const NOTHING = new Uint8Array(0);
const GAP_MS = readerDecisions.line.gapMs;
const status = (sequence: number) => frame(COMMAND.getSlotStatus, { sequence });
const answer = (sequence: number) => frame(0x81, { sequence });

/** A line that was just connected. */
function aLine(identity: Partial<typeof apduIdentity> = {}) {
  const clock = new VirtualClock(0);
  const sent: string[] = [];
  const messages: string[] = [];
  const line = new HostLine({
    clock,
    identity: { ...apduIdentity, maxMessageBytes: 271, ...identity },
    decisions: readerDecisions.line,
    send: (bytes) => sent.push(toHex(bytes)),
    onMessage: (bytes) => messages.push(toHex(bytes)),
  });
  return { clock, line, messages, sent };
}

const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 12 });

/** The bytes in pieces that end at the cuts. */
function pieces(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const ends = [...new Set([...at.map((cut) => Math.min(cut, bytes.length)), bytes.length])].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
}

describe("the reader's end of the line", () => {
  it("hears the same messages however they are cut, as long as no gap is too long", () => {
    fc.assert(
      fc.property(cuts, fc.nat({ max: GAP_MS - 1 }), (at, apartMs) => {
        const { clock, line, messages, sent } = aLine();
        const said = concat(...[1, 2, 3].map((sequence) => encodeMessage(status(sequence))));
        for (const piece of pieces(said, at)) {
          line.receive(piece);
          clock.advanceTo(clock.nowMs + apartMs);
        }
        expect(messages).toEqual([1, 2, 3].map((sequence) => toHex(encodeFrame(status(sequence)))));
        expect(sent).toEqual([]);
      }),
    );
  });

  it("is in step again after any bytes and a gap, and says NAK not oftener than it heard bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), cuts, (garbage, at) => {
        const { clock, line, messages, sent } = aLine();
        for (const piece of pieces(garbage, at)) line.receive(piece);
        clock.advanceTo(clock.nowMs + GAP_MS);
        expect(sent.every((bytes) => bytes === toHex(nak()))).toBe(true);
        expect(sent.length).toBeLessThanOrEqual(garbage.length);
        messages.length = 0;
        line.receive(encodeMessage(status(7)));
        expect(messages).toEqual([toHex(encodeFrame(status(7)))]);
      }),
    );
  });

  it("breaks a frame off when it stood still for the whole gap, and not before", () => {
    const { clock, line, sent } = aLine();
    line.receive(encodeMessage(status(1)).subarray(0, 9));
    clock.advanceTo(GAP_MS - 1);
    expect(sent).toEqual([]);
    clock.advanceTo(GAP_MS);
    expect(sent).toEqual([toHex(nak())]);
    expect(clock.pending).toBe(0);
  });

  it("sends the last answer again on NAK three times, and the next answer three times anew", () => {
    const { line, sent } = aLine();
    for (let time = 0; time < 5; time++) line.receive(nak());
    expect(sent).toEqual([]);
    for (const sequence of [1, 2]) {
      sent.length = 0;
      line.answer(answer(sequence), NOTHING);
      for (let time = 0; time < 5; time++) line.receive(nak());
      expect(sent).toEqual(Array(4).fill(toHex(encodeMessage(answer(sequence)))));
    }
  });

  it("sends a command back before it is carried out, where the reader echoes", () => {
    const { line, messages, sent } = aLine({ echoes: true });
    line.receive(encodeMessage(status(1)));
    expect(sent).toEqual([toHex(encodeMessage(status(1)))]);
    expect(messages).toHaveLength(1);
  });

  it("keeps notices for the next answer, and leaves them out of what is sent again", () => {
    const { line, sent } = aLine();
    line.moved(0, true);
    line.moved(0, false);
    expect(sent).toEqual([]);
    line.answer(answer(1), NOTHING);
    line.receive(nak());
    const bytes = encodeMessage(answer(1));
    expect(sent.join("")).toBe(toHex(concat(movement(0, true), movement(0, false), bytes, bytes)));
  });

  it("tells movement at once when the host asked for that; what waited comes with the next answer", () => {
    const { line, sent } = aLine();
    line.moved(0, true);
    line.setSynchronous(false);
    line.moved(0, false);
    expect(sent).toEqual([toHex(movement(0, false))]);
    line.answer(answer(1), NOTHING);
    expect(sent.slice(1).join("")).toBe(toHex(concat(movement(0, true), encodeMessage(answer(1)))));
  });

  it("keeps the last movements and no more for a host that asks nothing", () => {
    const { line, sent } = aLine();
    for (let time = 0; time < 1_000; time++) line.moved(0, time % 2 === 0);
    line.answer(answer(1), NOTHING);
    const told = sent.join("").slice(0, -2 * encodeMessage(answer(1)).length);
    expect(told).toBe(toHex(concat(movement(0, true), movement(0, false))).repeat(32));
  });
});
