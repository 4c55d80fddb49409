import { createHash } from "node:crypto";
import { ensure } from "../kernel/errors.ts";

/** A sha256 has room for this many keys of 32 bits. */
const MAX_KEYS = 8;

/** Keys of 32 bits for a named use of a seed: other names, other keys. */
export function keysOf(seed: number, stream: string, count: number): readonly number[] {
  ensure(Number.isSafeInteger(seed), "a seed is a whole number");
  ensure(count <= MAX_KEYS, `a stream has ${MAX_KEYS} keys`);
  const digest = createHash("sha256").update(`population ${seed}/${stream}`).digest();
  return Array.from({ length: count }, (_, index) => digest.readUInt32LE(index * 4));
}

/** Scatters 32 bits under a key: a keyed hash in whole numbers, fast and reproducible, not secret (ours). */
export function mix(key: number, value: number): number {
  let hash = Math.imul(value ^ key, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13) ^ key, 0xc2b2ae3d);
  return (hash ^ (hash >>> 16)) >>> 0;
}
