import { ensure } from "../kernel/errors.ts";

/** One element of DER (ITU-T X.690 §8.1, §10.1): what a card file or a certificate holds at a place. */
export interface DerElement {
  readonly tag: number;
  /** A view into the bytes read, not a copy. */
  readonly content: Uint8Array;
  /** Header and content. */
  readonly lengthBytes: number;
}

/** Three octets of length: nothing on a card has more than 16 MB. */
const MAX_LENGTH_OCTETS = 3;

/**
 * The element at the start; whatever follows it is ignored. Undefined unless its header is sound and its content complete.
 * Tags of one byte only. Never throws.
 */
export function readDerElement(bytes: Uint8Array): DerElement | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  if (first === 0x80 || first > 0x80 + MAX_LENGTH_OCTETS) return undefined; // 80 is BER's endless form
  const lengthOctets = first < 0x80 ? bytes.subarray(1, 2) : bytes.subarray(2, 2 + first - 0x80);
  const contentAt = first < 0x80 ? 2 : 2 + first - 0x80;
  const lengthBytes = contentAt + lengthOctets.reduce((sum, octet) => sum * 256 + octet, 0);
  if (lengthBytes > bytes.length) return undefined;
  return { tag, content: bytes.subarray(contentAt, lengthBytes), lengthBytes };
}

/** An element of a one-byte tag around the parts, its length in as few octets as possible. */
export function derElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  ensure(length < 256 ** MAX_LENGTH_OCTETS, `${length} bytes are too many for one element`);
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag, ...lengthOctets(length)), ...parts]));
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets = [length >>> 16, (length >>> 8) & 0xff, length & 0xff];
  const significant = octets.slice(octets.findIndex((octet) => octet !== 0));
  return [0x80 + significant.length, ...significant];
}
