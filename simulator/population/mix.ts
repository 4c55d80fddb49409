import { createHash } from "node:crypto";
import { ensure } from "../kernel/errors.ts";

/** A sha256 has room for this many keys of 32 bits. */
const MAX_KEYS = 8;

/** Digests remembered, for masters ask for the same few again and again; the oldest goes first. */
const REMEMBERED = 64;
const digests = new Map<string, Buffer>();

/** Keys of 32 bits for a named use of a seed: other names, other keys. */
export function keysOf(seed: number, stream: string, count: number): readonly number[] {
  ensure(Number.isSafeInteger(seed), "a seed is a whole number");
  ensure(count <= MAX_KEYS, `a stream has ${MAX_KEYS} keys`);
  const digest = digestOf(`population ${seed}/${stream}`);
  return Array.from({ length: count }, (_, index) => digest.readUInt32LE(index * 4));
}

function digestOf(text: string): Buffer {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const [oldest] = digests.keys();
  if (oldest !== undefined && digests.size >= REMEMBERED) digests.delete(oldest);
  const digest = createHash("sha256").update(text).digest();
  digests.set(text, digest);
  return digest;
}

/** Scatters 32 bits under a key: a keyed hash in whole numbers, fast and reproducible, not secret (ours). */
export function mix(key: number, value: number): number {
  let hash = Math.imul(value ^ key, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 13) ^ key, 0xc2b2ae3d);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A whole number in 0 … bound − 1 for a value under a key; bound below 2³². Both sides are marked as 32 bits: the remainder is
 * then one instruction of the machine and not a division of floating numbers, which takes many times as long.
 */
export function mixBelow(key: number, value: number, bound: number): number {
  return (mix(key, value) >>> 0) % (bound >>> 0);
}
