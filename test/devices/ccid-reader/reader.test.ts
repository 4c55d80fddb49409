import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { frame } from "../../../devices/ccid/frame.ts";
import { plainCommand, powerOn, xfrBlock } from "../../../devices/ccid/writer.ts";
import { aReader, OK, SELECT } from "./a-reader.ts";

const to = (sequence: number) => ({ slot: 0, sequence });
const status = (sequence: number) => plainCommand(COMMAND.getSlotStatus, to(sequence));
const LONGEST_MS = 60_000;

/** Messages of a host, good ones and others; types from 80 on are the reader's own. */
const messages = fc
  .record({
    type: fc.oneof(fc.constantFrom(...Object.values(COMMAND)), fc.integer({ min: 0, max: 0x7f })),
    slot: fc.constantFrom(0, 0, 0, 1, 255),
    b7: fc.constantFrom(0, 1, 3, 255),
    b8: fc.constantFrom(0, 1, 2, 3, 16, 255),
    b9: fc.constantFrom(0, 0, 0, 255),
    data: fc.uint8Array({ maxLength: 12 }),
  })
  .map(({ type, ...rest }) => frame(type, rest));

describe("a reader", () => {
  it("answers any message once, by its slot and number", () => {
    fc.assert(
      fc.property(fc.array(messages, { maxLength: 10 }), (commands) => {
        const desk = aReader();
        for (const [sequence, command] of [powerOn(to(0), 0), ...commands].entries()) {
          desk.send({ ...command, sequence });
          desk.wait(LONGEST_MS);
          const ends = desk.said().filter((said) => !/^80 \S+ 8/.test(said));
          expect(ends).toHaveLength(1);
          expect(ends[0]).toMatch(new RegExp(`^8[0-4] ${command.slot}/${sequence} `));
        }
        expect(desk.defects).toEqual([]);
      }),
    );
  });

  it("lives on whatever is sent at once while cards come and go", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(messages, fc.boolean(), fc.integer({ min: 0, max: 700 })), { maxLength: 40 }),
        (acts) => {
          const desk = aReader({ answer: (_command, answered) => desk.clock.after(50, () => answered(OK)) });
          for (const act of acts) {
            if (typeof act === "boolean") desk.contacts.move(act);
            else if (typeof act === "number") desk.wait(act);
            else desk.send(act);
          }
          desk.wait(LONGEST_MS);
          desk.said();
          desk.send(status(9));
          expect(desk.said().at(-1)).toMatch(/^81 0\/9 0[012]0000$/);
          expect(desk.defects).toEqual([]);
        },
      ),
    );
  });

  it("ends a command as mute and absent when its card is taken away, and tells nothing of it later", () => {
    const desk = aReader({ answer: (_command, answered) => desk.clock.after(300, () => answered(OK)) });
    desk.send(powerOn(to(1), 0));
    desk.wait(50);
    desk.send(xfrBlock(to(2), SELECT));
    desk.wait(100);
    desk.said();
    desk.contacts.move(false);
    expect(desk.said()).toEqual(["gone in 0", "80 0/2 42FE00"]);
    desk.contacts.move(true);
    desk.wait(5_000);
    desk.send(status(3));
    expect(desk.said()).toEqual(["there in 0", "81 0/3 010000"]);
  });
});
