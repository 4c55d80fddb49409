import { ensure } from "../kernel/errors.ts";
import { mix, mixBelow } from "./mix.ts";

/** Gives whole numbers in 0 … bound − 1, one after another. */
export type Draws = (bound: number) => number;

/**
 * Draws for one person or household out of many: unlike a stream of the kernel's Rng it is there at once for any index,
 * which is what lets 125 million people be computed instead of kept.
 */
export function drawsOf(key: number, index: number): Draws {
  const start = mix(key, index);
  let count = 0;
  return (bound) => mixBelow(start, ++count, bound);
}

/** One of the items, all equally likely. */
export function pick<T>(items: readonly T[], draws: Draws): T {
  const item = items[draws(items.length)];
  ensure(item !== undefined, "nothing to pick from");
  return item;
}
