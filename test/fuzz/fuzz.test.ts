import { describe, expect, it } from "vitest";
import { toHex } from "../../simulator/kernel/bytes.ts";
import { fuzz, LEAST_BYTES_TO_SEE_GROWTH } from "./fuzz.ts";
import { shrunk } from "./shrink.ts";
import type { FuzzTarget, Machine } from "./target.ts";
import { targets } from "./targets/index.ts";
import { within } from "./within.ts";

/** Little enough for every run of the suite, and too little to see growth: `npm run fuzz` feeds enough for that. */
const DOSE = { bytes: 200_000, seed: 1 };

describe("random and half-true bytes into everything that reads a reader's wires", () => {
  it.each(targets)("$name: no throw, no hang", (target) => {
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

/** A buffer that is copied for every piece takes its time where pieces are short. */
const inLongPieces = (of: FuzzTarget): FuzzTarget => ({
  ...of,
  input: { longestMessageBytes: 20_000 },
  message: (rng) => rng.bytes(10_000),
});

function keepsEachPiece(): Machine {
  const held: Uint8Array[] = [];
  return { feed: (piece) => held.push(Uint8Array.from(piece)) };
}

/** Nothing is held but the bytes themselves: the growth that is hardest to see. */
function keepsOneBuffer(): Machine {
  let held = Buffer.alloc(0);
  return {
    feed(piece) {
      held = Buffer.concat([held, piece]);
    },
  };
}

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

  it.each([
    ["each piece of it", keepsEachPiece],
    ["all of it in one buffer", keepsOneBuffer],
  ])("finds what keeps what it is fed: %s", (_how, make) => {
    const { failure } = fuzz(inLongPieces(target(make)), { ...DOSE, bytes: LEAST_BYTES_TO_SEE_GROWTH });
    expect(failure?.message).toBe("it holds more and more memory");
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
