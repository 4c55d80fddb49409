import { createHash } from "node:crypto";
import { concat } from "../../../simulator/kernel/bytes.ts";

/** Bytes of salt: as many as the hash has (ours; the card's is not public). */
export const PSS_SALT_BYTES = 32;

const HASH_BYTES = 32;
const BLOCK_BYTES = 256;
const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash("sha256")
    .update(concat(...parts))
    .digest();

/**
 * EMSA-PSS of a SHA-256 value for RSA-2048 (RFC 8017 §9.1.1): `maskedDB ‖ H ‖ BC`, 256 bytes ready for the private key.
 * By hand because node:crypto draws the salt itself and takes no ready hash; a card in a world that repeats does both.
 */
export function pssEncode(hash: Uint8Array, salt: Uint8Array): Uint8Array {
  const seed = sha256(new Uint8Array(8), hash, salt);
  const padding = new Uint8Array(BLOCK_BYTES - HASH_BYTES - salt.length - 2);
  const block = concat(padding, Uint8Array.of(0x01), salt);
  const mask = mgf1(seed, block.length);
  const masked = block.map((byte, at) => byte ^ (mask[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & 0x7f; // emBits is 2047
  return concat(masked, seed, Uint8Array.of(0xbc));
}

/** MGF1 with SHA-256 (RFC 8017 appendix B.2.1). */
function mgf1(seed: Uint8Array, lengthBytes: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(lengthBytes / HASH_BYTES) }, (_, counter) =>
    sha256(seed, Uint8Array.of(0, 0, 0, counter)),
  );
  return concat(...blocks);
}
