import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Air, weakCard } from "../../../devices/iso14443/field.ts";
import { sameBytes, toHex } from "../../../simulator/kernel/bytes.ts";
import { type Rng, rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { atReader, type TimedAnswer } from "./reader.ts";

/** Loses frames and flips up to three bits of others, which CRC_B always sees. */
function badAir(rng: Rng, partsOf100: number): Air {
  return (frame) => {
    if (!rng.chance({ parts: partsOf100, of: 100 })) return frame;
    if (rng.chance({ parts: 1, of: 2 })) return undefined;
    const wrong = Uint8Array.from(frame);
    const bits = new Set(Array.from({ length: 1 + rng.below(3) }, () => rng.below(frame.length * 8)));
    for (const bit of bits) wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return wrong;
  };
}

/** Answers with a running number and the command turned round, sometimes late. */
function counting(rng: Rng): { readonly answer: TimedAnswer; readonly executed: Uint8Array[] } {
  const executed: Uint8Array[] = [];
  const answer: TimedAnswer = (command, answered, clock) => {
    executed.push(command);
    const response = Uint8Array.of(executed.length & 255, ...command.toReversed(), 0x90, 0x00);
    if (rng.chance({ parts: 1, of: 3 })) clock.after(rng.below(400), () => answered(response));
    else answered(response);
  };
  return { answer, executed };
}

const commands = fc.array(fc.uint8Array({ minLength: 4, maxLength: 600 }), { minLength: 1, maxLength: 8 });

describe("over an air that loses and flips", () => {
  it("a command is executed at most once and gets its own answer or an error with a name, in a bounded number of frames", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 2, max: 12 }),
        commands,
        (seed, harm, maxFrameCode, fwi, apdus) => {
          const rng = rngFromSeed(seed);
          const { answer, executed } = counting(rng.fork("chip"));
          const reader = atReader({
            cards: [{ answer, card: { maxFrameCode, fwi } }],
            air: badAir(rng.fork("air"), harm),
            seed,
          });
          for (const apdu of apdus) {
            if (reader.pcd.atr === undefined) reader.run(reader.pcd.activate());
            const before = executed.length;
            reader.frames.length = 0;
            const outcome = reader.run(reader.pcd.transceive(apdu));
            expect(executed.length - before).toBeLessThanOrEqual(1);
            expect(executed.slice(before).every((command) => sameBytes(command, apdu))).toBe(true);
            if (outcome.kind === "answer") {
              const whole = Uint8Array.of(executed.length & 255, ...apdu.toReversed(), 0x90, 0x00);
              expect(toHex(outcome.bytes)).toBe(toHex(whole));
            } else {
              expect(reader.pcd.atr).toBeUndefined();
            }
            const blocks = Math.ceil(600 / 13) + Math.ceil(603 / 13) + 110;
            expect(reader.frames.length).toBeLessThan(12 * blocks);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("without harm every command gets its answer, whatever the sizes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 2, max: 14 }),
        commands,
        (maxFrameCode, fwi, apdus) => {
          const { answer, executed } = counting(rngFromSeed(fwi));
          const reader = atReader({ cards: [{ answer, card: { maxFrameCode, fwi } }] }).activated();
          for (const apdu of apdus) {
            const said = reader.send(toHex(apdu));
            expect(said).toBe(toHex(Uint8Array.of(executed.length & 255, ...apdu.toReversed(), 0x90, 0x00)));
          }
          expect(executed.length).toBe(apdus.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("a weak card's short answers come through, and none of its failures is a removal", () => {
    const outcomes = Array.from({ length: 60 }, (_, seed) => {
      const reader = atReader({ air: weakCard(rngFromSeed(seed)), seed });
      return typeof reader.run(reader.pcd.activate()) === "object" ? reader.send("00B0000002") : "not found";
    });
    expect(outcomes).not.toContain("removed");
    expect(outcomes.filter((outcome) => outcome === "9000").length).toBeGreaterThan(50);
  });
});

describe("whatever comes out of the air", () => {
  it("the reader ends with an outcome and never throws", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }), { maxLength: 60 }),
        fc.integer({ min: 2, max: 4 }),
        (garbage, honest) => {
          let heard = 0;
          const air: Air = (frame, way) => {
            if (way === "to-card" || heard++ < honest) return frame;
            return garbage[heard % Math.max(1, garbage.length)];
          };
          const reader = atReader({ air }).activated();
          expect(["removed", "protocol-error", "answer"]).toContain(
            reader.run(reader.pcd.transceive(new Uint8Array(5))).kind,
          );
          reader.run(reader.pcd.presence());
          reader.run(reader.pcd.activate());
          reader.pcd.receive(new Uint8Array(10_000));
        },
      ),
    );
  });
});
