import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN, COMMAND, HEADER_BYTES } from "../../../devices/ccid/constants.ts";
import { plainCommand, powerOn, xfrBlock } from "../../../devices/ccid/writer.ts";
import { takeCommandPart } from "../../../devices/ccid-reader/chaining.ts";
import { SlotState } from "../../../devices/ccid-reader/slot-state.ts";
import { concat, toHex } from "../../../simulator/kernel/bytes.ts";
import { aReader, MAX_MESSAGE_BYTES, OK, SELECT } from "./a-reader.ts";

const to = (sequence: number) => ({ slot: 0, sequence });
const PART_BYTES = MAX_MESSAGE_BYTES - HEADER_BYTES;
const NOTHING = new Uint8Array(0);
const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7) & 0xff);

/** A reader whose card has power and answers every command with `response`. */
function powered(response: Uint8Array) {
  const commands: string[] = [];
  const desk = aReader({
    answer: (command, answered) => {
      commands.push(toHex(command));
      answered(response);
    },
  });
  desk.send(powerOn(to(1), 0));
  desk.wait(50);
  desk.said();
  return { ...desk, commands };
}

/** Sends and hears what comes of it. */
function asked(desk: ReturnType<typeof powered>, sequence: number, data: Uint8Array, level: number): string {
  desk.send(xfrBlock(to(sequence), data, level));
  desk.wait(50);
  return desk.said().join(", ");
}

describe("APDUs in parts", () => {
  it("reach the card whole, however the host cuts them", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: PART_BYTES }), { minLength: 2, maxLength: 8 }), (lengths) => {
        const desk = powered(OK);
        const parts = lengths.map((length, index) => bytesOf(length).fill(index + 1, 0, 1));
        for (const [index, part] of parts.entries()) {
          const isLast = index === parts.length - 1;
          const level = isLast ? CHAIN.ends : index === 0 ? CHAIN.begins : CHAIN.continues;
          const answer = asked(desk, index, part, level);
          expect(answer).toBe(isLast ? `80 0/${index} 000000 9000` : `80 0/${index} 000010`);
        }
        expect(desk.commands).toEqual([toHex(concat(...parts))]);
        expect(desk.defects).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("come back whole, in parts of at most the message length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_000 }), (length) => {
        const answer = concat(bytesOf(length - OK.length), OK); // 61xx at its end would be followed
        const desk = powered(answer);
        const whole: string[] = [];
        let [chain, sequence] = ["", 2];
        do {
          const [, , three = "", data = ""] = asked(
            desk,
            sequence,
            chain === "" ? SELECT : NOTHING,
            chain === "" ? 0 : CHAIN.next,
          ).split(" ");
          chain = three.slice(4);
          sequence++;
          expect(data.length / 2).toBeLessThanOrEqual(PART_BYTES);
          whole.push(data);
        } while (chain === "01" || chain === "03");
        expect(whole.join("")).toBe(toHex(answer));
        expect(chain).toBe(length <= PART_BYTES ? "00" : "02");
      }),
      { numRuns: 50 },
    );
  });

  it.each([CHAIN.continues, CHAIN.ends, CHAIN.next, 0x77])("are refused where they cannot stand: level %i", (level) => {
    const desk = powered(OK);
    expect(asked(desk, 2, SELECT, level)).toBe("80 0/2 400800");
    expect(asked(desk, 3, SELECT, CHAIN.whole)).toBe("80 0/3 000000 9000");
  });

  it("are forgotten when another command begins", () => {
    const desk = powered(bytesOf(600));
    asked(desk, 2, SELECT, CHAIN.begins);
    expect(asked(desk, 3, SELECT, CHAIN.whole).slice(0, 13)).toBe("80 0/3 000001");
    expect(asked(desk, 4, SELECT, CHAIN.whole).slice(0, 13)).toBe("80 0/4 000001");
    expect(desk.commands).toEqual([toHex(SELECT), toHex(SELECT)]);
  });

  it.each(["power off", "removal"])(
    "are forgotten after %s: nothing of one card reaches the host of the next",
    (how) => {
      const desk = powered(bytesOf(600));
      expect(asked(desk, 2, SELECT, CHAIN.whole).slice(0, 13)).toBe("80 0/2 000001");
      if (how === "removal") {
        desk.contacts.move(false);
        desk.contacts.move(true);
      } else desk.send(plainCommand(COMMAND.iccPowerOff, to(3)));
      desk.said();
      expect(asked(desk, 4, NOTHING, CHAIN.next)).toContain("80 0/4 410800");
    },
  );

  it.each([PART_BYTES, 1, 0])("have a bound: parts of %i bytes without an end are refused, and forgotten", (length) => {
    const { slot } = aReader().reader.states[0] ?? {};
    if (slot === undefined) throw new Error("a reader has a slot");
    const state = new SlotState(0, slot);
    const part = bytesOf(length);
    let outcome = takeCommandPart(state, CHAIN.begins, part);
    let parts = 1;
    while (outcome === "more" && parts++ < 100_000) outcome = takeCommandPart(state, CHAIN.continues, part);
    expect(outcome).toBe("bad-level");
    expect(state.chained).toEqual([]);
  });
});
