import { describe, expect, it } from "vitest";
import { toHex } from "../../simulator/kernel/bytes.ts";
import { fuzz } from "./fuzz.ts";
import { shrunk } from "./shrink.ts";
import type { FuzzTarget } from "./target.ts";
import { targets } from "./targets/index.ts";
import { within } from "./within.ts";

/** Little enough for every run of the suite; `npm run fuzz` feeds more. */
const DOSE = { bytes: 200_000, seed: 1 };

describe("random and half-true bytes into everything that reads a reader's wires", () => {
  it.each(targets)("$name: no throw, no hang, no growth", (target) => {
    const { failure } = fuzz(target, DOSE);
    expect(failure && { ...failure, pieces: failure.pieces.map(toHex) }).toBeUndefined();
  });
});

const target = (make: FuzzTarget["make"]): FuzzTarget => ({
  name: "a target of the test",
  input: "stream",
  message: (rng) => rng.bytes(8),
  make,
});

describe("the fuzz", () => {
  it("finds what throws, and few bytes that do it", () => {
    const breaks = target(() => ({
      feed(piece) {
        if (piece.includes(0x42)) throw new RangeError("42");
      },
    }));
    const { failure } = fuzz(breaks, DOSE);
    expect(failure?.message).toBe("RangeError: 42");
    expect(failure?.pieces.map(toHex)).toEqual([expect.stringMatching(/42$/)]);
  });

  it("finds what is not itself any more when the bytes are over", () => {
    const dies = target(() => {
      let isDead = false;
      return {
        feed(piece) {
          isDead ||= piece[0] === 0x42;
        },
        recovers() {
          if (isDead) throw new Error("it says nothing any more");
        },
      };
    });
    expect(fuzz(dies, DOSE).failure?.message).toBe("Error: it says nothing any more");
  });

  it("finds what keeps what it is fed", () => {
    const held: Uint8Array[] = [];
    const keeps = target(() => ({ feed: (piece) => held.push(Uint8Array.from(piece)) }));
    expect(fuzz(keeps, { ...DOSE, bytes: 3_000_000 }).failure?.message).toBe("it holds more and more memory");
  });

  it("breaks off a loop that never ends", () => {
    expect(() =>
      within(20, () => {
        for (;;);
      }),
    ).toThrow("timed out");
  });

  it("does the same for the same seed, and something else for another", () => {
    const fed = (seed: number): string => {
      let all = "";
      fuzz(
        target(() => ({
          feed(piece) {
            all += toHex(piece);
          },
        })),
        { bytes: 5_000, seed },
      );
      return all;
    };
    expect(fed(1)).toBe(fed(1));
    expect(fed(1)).not.toBe(fed(2));
  });

  it("leaves out every piece that is not needed, in the middle too", () => {
    const pieces = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => Uint8Array.of(number, 0, 0));
    const has = (some: readonly Uint8Array[], number: number) => some.some((piece) => piece[0] === number);
    const few = shrunk(pieces, (some) => has(some, 3) && has(some, 6) && has(some, 8));
    expect(few.map(toHex)).toEqual(["030000", "060000", "08"]);
  });
});
