import { createHash } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { ensure } from "./errors.ts";

/** A probability as two whole numbers, `parts` of `of`: no floats where chance decides (architecture.md §7.3). */
export interface Ratio {
  readonly parts: number;
  readonly of: number;
}

/** A named stream of chance. */
export interface Rng {
  /** Another stream; it depends on the seed and the names alone, so a new draw here moves nothing there. */
  fork(stream: string): Rng;
  /** A whole number in 0 … bound − 1. */
  below(bound: number): number;
  /** True in `ratio` of all draws. */
  chance(ratio: Ratio): boolean;
  bytes(count: number): Uint8Array;
  /** One of the items, all equally likely. */
  pick<T>(items: readonly T[]): T;
}

/** `count` digits by chance, as text. */
export function drawDigits(rng: Rng, count: number): string {
  return Array.from({ length: count }, () => String(rng.below(10))).join("");
}

/** The root stream of a seed. */
export function rngFromSeed(seed: number): Rng {
  ensure(Number.isSafeInteger(seed), "a seed is a whole number");
  return stream(`seed ${seed}`);
}

function stream(name: string): Rng {
  const generator = xoroshiro128plus(createHash("sha256").update(name).digest().readInt32LE(0));
  const below = (bound: number): number => {
    ensure(Number.isSafeInteger(bound) && bound > 0, `a bound is a positive whole number, not ${bound}`);
    return uniformInt(generator, 0, bound - 1);
  };
  return {
    fork: (child) => stream(`${name}/${child}`),
    below,
    chance: ({ parts, of }) => below(of) < parts,
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
    pick: (items) => {
      const item = items[below(items.length)];
      ensure(item !== undefined, "nothing to pick from");
      return item;
    },
  };
}
