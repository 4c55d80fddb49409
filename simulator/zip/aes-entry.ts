import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

/** AES-256 of WinZip (AE-2): 16 bytes of salt, two to tell a wrong password, and an authentication code behind the data. */
export const SALT_BYTES = 16;
const VERIFIER_BYTES = 2;
const AUTHENTICATION_BYTES = 10;
const KEY_BYTES = 32;
const ITERATIONS = 1_000;
const BLOCK_BYTES = 16;

/** What an entry's AES data came to; `wrong-password` is told before anything is decrypted. */
export type OpenedAes = { readonly data: Uint8Array } | { readonly problem: "wrong-password" | "broken" };

interface Keys {
  readonly encryption: Uint8Array;
  readonly authentication: Uint8Array;
  readonly verifier: Uint8Array;
}

/** Encrypts (WinZip's "AES Encryption Information", AE-2). The salt must be new for every file. */
export function sealAes(data: Uint8Array, password: string, salt: Uint8Array): Uint8Array {
  const keys = keysOf(password, salt, KEY_BYTES);
  const encrypted = xorWithCounter(data, keys.encryption);
  return Buffer.concat([salt, keys.verifier, encrypted, authenticationOf(encrypted, keys)]);
}

/** Decrypts an entry of any of WinZip's three strengths: 1 is AES-128, 2 AES-192, 3 AES-256. */
export function openAes(sealed: Uint8Array, password: string, strength: number): OpenedAes {
  const keyBytes = 8 + 8 * strength;
  const saltBytes = keyBytes / 2;
  const head = saltBytes + VERIFIER_BYTES;
  if (strength < 1 || strength > 3 || sealed.length < head + AUTHENTICATION_BYTES) return { problem: "broken" };
  const keys = keysOf(password, sealed.subarray(0, saltBytes), keyBytes);
  if (!timingSafeEqual(keys.verifier, sealed.subarray(saltBytes, head))) return { problem: "wrong-password" };
  const encrypted = sealed.subarray(head, sealed.length - AUTHENTICATION_BYTES);
  const code = sealed.subarray(sealed.length - AUTHENTICATION_BYTES);
  // One in 65,536 wrong passwords passes the verifier; it ends here, as damage does.
  if (!timingSafeEqual(authenticationOf(encrypted, keys), code)) return { problem: "broken" };
  return { data: xorWithCounter(encrypted, keys.encryption) };
}

function keysOf(password: string, salt: Uint8Array, keyBytes: number): Keys {
  const bytes = pbkdf2Sync(Buffer.from(password, "utf8"), salt, ITERATIONS, 2 * keyBytes + VERIFIER_BYTES, "sha1");
  return {
    encryption: bytes.subarray(0, keyBytes),
    authentication: bytes.subarray(keyBytes, 2 * keyBytes),
    verifier: bytes.subarray(2 * keyBytes),
  };
}

function authenticationOf(encrypted: Uint8Array, { authentication }: Keys): Uint8Array {
  return createHmac("sha1", authentication).update(encrypted).digest().subarray(0, AUTHENTICATION_BYTES);
}

/** Counter mode with WinZip's counter: little-endian and from 1, where OpenSSL's own CTR counts big-endian. */
function xorWithCounter(data: Uint8Array, key: Uint8Array): Uint8Array {
  const blocks = Math.ceil(data.length / BLOCK_BYTES);
  const counters = Buffer.alloc(blocks * BLOCK_BYTES);
  for (let block = 0; block < blocks; block++) counters.writeUInt32LE(block + 1, block * BLOCK_BYTES);
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const stream = cipher.update(counters);
  return data.map((byte, index) => byte ^ (stream[index] ?? 0));
}
