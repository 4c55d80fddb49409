import { createPublicKey, type KeyObject } from "node:crypto";
import { ensure } from "../kernel/errors.ts";

const MODULUS_BYTES = 256;
/** Making a KeyObject costs more than verifying with it (performance.md §2); so many are kept. */
const MAX_KEPT = 4_096;
const kept = new Map<string, KeyObject>();

/**
 * The RSA-2048 key with this modulus and public exponent 65537, the only kind cards write down (my-number-card.md §1.4,
 * §1.9). Undefined when the bytes are no modulus of 2048 bits: what a card holds may be damaged.
 */
export function rsaPublicKey(modulus: Uint8Array): KeyObject | undefined {
  if (modulus.length !== MODULUS_BYTES || (modulus[0] ?? 0) < 0x80) return undefined;
  const n = Buffer.from(modulus).toString("base64url");
  const known = kept.get(n);
  if (known !== undefined) return known;
  if (kept.size >= MAX_KEPT) kept.clear();
  const key = createPublicKey({ key: { kty: "RSA", n, e: "AQAB" }, format: "jwk" });
  kept.set(n, key);
  return key;
}

/** Modulus of an RSA public key, most significant byte first, without a leading zero. */
export function modulusOf(publicKey: KeyObject): Uint8Array {
  const { n } = publicKey.export({ format: "jwk" });
  ensure(n !== undefined, "not an RSA key");
  return Uint8Array.from(Buffer.from(n, "base64url"));
}
