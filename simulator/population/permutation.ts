import { MisuseError } from "../kernel/errors.ts";
import { keysOf, mix } from "./mix.ts";

/** A one-to-one shuffle of 0 … size − 1. */
export interface Permutation {
  /** Where `i` goes. */
  forward(i: number): number;
  /** What went to `j`: `back(forward(i))` is `i`. */
  back(j: number): number;
}

const ROUNDS = 6;
/** Both halves stay within 26 bits, so that every product is an exact whole number. */
const MAX_SIZE = 2 ** 52;
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
  const keys = keysOf(seed, `permutation/${stream}`, ROUNDS);
  const rows = Math.ceil(Math.sqrt(size));
  const columns = Math.ceil(size / rows);

  const scramble = (value: number): number => {
    let left = value % rows;
    let right = (value - left) / rows;
    for (let round = 0; round < ROUNDS; round += 2) {
      left = (left + mix(keys[round] ?? 0, right)) % rows;
      right = (right + mix(keys[round + 1] ?? 0, left)) % columns;
    }
    return left + right * rows;
  };
  const unscramble = (value: number): number => {
    let left = value % rows;
    let right = (value - left) / rows;
    for (let round = ROUNDS - 2; round >= 0; round -= 2) {
      right = (right + columns - (mix(keys[round + 1] ?? 0, left) % columns)) % columns;
      left = (left + rows - (mix(keys[round] ?? 0, right) % rows)) % rows;
    }
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
