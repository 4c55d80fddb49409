import { MisuseError } from "../kernel/errors.ts";
import { keysOf, mixBelow } from "./mix.ts";

/** A one-to-one shuffle of 0 … size − 1. */
export interface Permutation {
  /** Where `i` goes. */
  forward(i: number): number;
  /** What went to `j`: `back(forward(i))` is `i`. */
  back(j: number): number;
}

const ROUNDS = 6;
/** Values have 32 bits: see {@link mixBelow}. */
const MAX_SIZE = 2 ** 32;
/** Fewer than one value in √size lies outside the range, so a walk this long means a fault of ours. */
const MAX_WALK = 10_000;

/**
 * A keyed bijection on [0, size): a Feistel network over numbers instead of bits. A value is split as
 * `left + right × rows` with rows ≈ columns ≈ √size; the rounds add a keyed hash of one half to the other, in turns, and are
 * undone in reverse. rows × columns is a little more than size; a result outside is sent through again until it is inside
 * (cycle walking), which keeps the map one-to-one. Same seed, stream and size, same shuffle. Not a cipher.
 */
export function permutation(seed: number, stream: string, size: number): Permutation {
  if (!Number.isSafeInteger(size) || size < 1 || size > MAX_SIZE) {
    throw new MisuseError("size", `a permutation has 1 to ${MAX_SIZE} values, not ${size}`);
  }
  const [k0 = 0, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0] = keysOf(seed, `permutation/${stream}`, ROUNDS);
  const rows = Math.ceil(Math.sqrt(size));
  const columns = Math.ceil(size / rows);

  // The rounds are written out: every number of everybody goes through them.
  const scramble = (value: number): number => {
    let left = (value >>> 0) % (rows >>> 0);
    let right = Math.trunc((value - left) / rows);
    left = added(left, mixBelow(k0, right, rows), rows);
    right = added(right, mixBelow(k1, left, columns), columns);
    left = added(left, mixBelow(k2, right, rows), rows);
    right = added(right, mixBelow(k3, left, columns), columns);
    left = added(left, mixBelow(k4, right, rows), rows);
    right = added(right, mixBelow(k5, left, columns), columns);
    return left + right * rows;
  };
  const unscramble = (value: number): number => {
    let left = (value >>> 0) % (rows >>> 0);
    let right = Math.trunc((value - left) / rows);
    right = taken(right, mixBelow(k5, left, columns), columns);
    left = taken(left, mixBelow(k4, right, rows), rows);
    right = taken(right, mixBelow(k3, left, columns), columns);
    left = taken(left, mixBelow(k2, right, rows), rows);
    right = taken(right, mixBelow(k1, left, columns), columns);
    left = taken(left, mixBelow(k0, right, rows), rows);
    return left + right * rows;
  };
  const walk = (step: (value: number) => number, from: number): number => {
    if (!Number.isSafeInteger(from) || from < 0 || from >= size) {
      throw new MisuseError("index", `${from} lies outside 0 … ${size - 1}`);
    }
    let value = step(from);
    for (let steps = 1; value >= size; steps++) {
      if (steps > MAX_WALK) throw new MisuseError("size", `no shuffle found for ${size} values`);
      value = step(value);
    }
    return value;
  };
  return { forward: (i) => walk(scramble, i), back: (j) => walk(unscramble, j) };
}

/** Two numbers below a bound added around it. */
function added(value: number, more: number, bound: number): number {
  const sum = value + more;
  return sum >= bound ? sum - bound : sum;
}

/** The inverse of {@link added}. */
function taken(value: number, less: number, bound: number): number {
  const rest = value - less;
  return rest < 0 ? rest + bound : rest;
}
