import { Defect } from "./errors.ts";

/** Bytes from hexadecimal text; blanks are allowed between bytes. Throws a {@link Defect} on anything else. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replaceAll(" ", "");
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits))
    throw new Defect(`not hexadecimal: ${text.slice(0, 40)}`);
  return new Uint8Array(Buffer.from(digits, "hex"));
}

/** Up to here V8 keeps the bytes of an array in the array. */
const SMALL_BYTES = 64;
const DIGITS = Buffer.from("0123456789ABCDEF", "latin1");
/** What {@link toHex} writes short arrays through. */
const scratch = Buffer.alloc(2 * SMALL_BYTES);

/** Upper-case hexadecimal without blanks, as the card reference writes bytes. */
export function toHex(bytes: Uint8Array): string {
  if (bytes.length > SMALL_BYTES) return view(bytes).toString("hex").toUpperCase();
  // A view of a small array makes V8 move its bytes out of the heap first: four times as slow as this loop.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    scratch[2 * at] = DIGITS[byte >> 4] ?? 0;
    scratch[2 * at + 1] = DIGITS[byte & 15] ?? 0;
  }
  return scratch.toString("latin1", 0, 2 * bytes.length);
}

/** All parts one after another in a new array. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let lengthBytes = 0;
  for (const part of parts) lengthBytes += part.length;
  const whole = new Uint8Array(lengthBytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True when both arrays hold the same bytes. Not for secrets: the time it takes depends on the content. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return view(a).equals(b);
}

/** ASCII text as bytes; a {@link Defect} when a character has no ASCII code. */
export function ascii(text: string): Uint8Array {
  if (/[^\x20-\x7e]/.test(text)) throw new Defect("text is not printable ASCII");
  return new Uint8Array(Buffer.from(text, "latin1"));
}

/** Bytes read as Latin-1, one character a byte: never fails, for fields that ought to be ASCII. */
export function latin1(bytes: Uint8Array): string {
  return view(bytes).toString("latin1");
}

/** A Buffer over the same memory, so that node's conversions can be used without a copy. */
function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
