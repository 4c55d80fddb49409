import { concat } from "../../simulator/kernel/bytes.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";

const MAX_HARMS = 3;
const UNHARMED = { parts: 1, of: 4 } as const;

/** What becomes of bytes between who meant them and who reads them. */
const harms: readonly ((rng: Rng, bytes: Uint8Array) => Uint8Array)[] = [
  /** A bit flips. */
  (rng, bytes) => replaced(rng, bytes, (byte) => byte ^ (1 << rng.below(8))),
  /** A byte is another one; the ends of the range are where counters and lengths break. */
  (rng, bytes) => replaced(rng, bytes, () => rng.pick([0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff, rng.below(256)])),
  /** The rest never comes. */
  (rng, bytes) => bytes.slice(0, rng.below(bytes.length + 1)),
  /** Something stands in the middle. */
  (rng, bytes) => {
    const at = rng.below(bytes.length + 1);
    return concat(bytes.subarray(0, at), rng.bytes(1 + rng.below(4)), bytes.subarray(at));
  },
  /** A part is missing. */
  (rng, bytes) => {
    const at = rng.below(bytes.length + 1);
    return concat(bytes.subarray(0, at), bytes.subarray(at + 1 + rng.below(4)));
  },
  /** A part comes twice. */
  (rng, bytes) => {
    const from = rng.below(bytes.length + 1);
    const end = from + rng.below(bytes.length - from + 1);
    return concat(bytes.subarray(0, end), bytes.subarray(from));
  },
];

/** A copy of bytes with up to three things wrong in it; as it was in a quarter of all cases. */
export function harmed(rng: Rng, bytes: Uint8Array): Uint8Array {
  let copy = Uint8Array.from(bytes);
  if (rng.chance(UNHARMED)) return copy;
  for (let left = 1 + rng.below(MAX_HARMS); left > 0; left--) copy = Uint8Array.from(rng.pick(harms)(rng, copy));
  return copy;
}

function replaced(rng: Rng, bytes: Uint8Array, other: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  if (copy.length === 0) return copy;
  const at = rng.below(copy.length);
  copy[at] = other(copy[at] ?? 0);
  return copy;
}
