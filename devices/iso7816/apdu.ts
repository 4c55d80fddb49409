import type { StatusWord } from "./status-word.ts";

/** A command of ISO/IEC 7816-4 §5.1. Its case follows from `data` and `ne`; `ne` 0 asks for no answer data. */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** Bytes expected at most: 0, 1…256 (short) or up to 65,536 (extended). */
  readonly ne: number;
  /** Set where the length fields have the extended form though the short one would do: some commands tell them apart. */
  readonly extended?: true;
}

/** An answer: data and two status bytes. */
export interface ResponseApdu {
  readonly data: Uint8Array;
  readonly sw: StatusWord;
}

const NOTHING = new Uint8Array(0);

/** A command from its header; data and Ne as needed. */
export function command(
  cla: number,
  ins: number,
  p1: number,
  p2: number,
  data: Uint8Array = NOTHING,
  ne = 0,
): CommandApdu {
  return { cla, ins, p1, p2, data, ne };
}

/** An answer from its status word. */
export function response(sw: StatusWord, data: Uint8Array = NOTHING): ResponseApdu {
  return { data, sw };
}

const needsExtended = (lc: number, ne: number): boolean => lc > 255 || ne > 256;

/** The bytes of a command; extended length fields where data or Ne need them (ISO/IEC 7816-4 §5.1 table 2). */
export function encodeCommand(apdu: CommandApdu): Uint8Array {
  const { cla, ins, p1, p2, data, ne } = apdu;
  const lc = data.length;
  const extended = apdu.extended === true || needsExtended(lc, ne);
  const lcBytes = lc === 0 ? 0 : extended ? 3 : 1;
  const leBytes = ne === 0 ? 0 : !extended ? 1 : lc === 0 ? 3 : 2; // the zero that says "extended" comes once
  const bytes = room(HEADER_BYTES + lcBytes + lc + leBytes);
  bytes[0] = cla;
  bytes[1] = ins;
  bytes[2] = p1;
  bytes[3] = p2;
  let at = HEADER_BYTES;
  if (extended && lc + ne > 0) bytes[at++] = 0;
  if (lc > 0) {
    if (extended) bytes[at++] = lc >> 8;
    bytes[at++] = lc;
    bytes.set(data, at);
    at += lc;
  }
  if (ne > 0) {
    if (extended) bytes[at++] = ne >> 8; // 65,536 is written 0000, 256 is written 00
    bytes[at] = ne;
  }
  return bytes;
}

/**
 * A command from bytes, or undefined when the length fields and the bytes disagree: the card answers 6700 then. The data
 * are a copy, whoever owns the bytes.
 */
export function decodeCommand(bytes: Uint8Array): CommandApdu | undefined {
  const { length } = bytes;
  if (length < HEADER_BYTES) return undefined;
  if (length === HEADER_BYTES) return decoded(bytes, NOTHING, 0);
  const first = at(bytes, HEADER_BYTES);
  if (length === HEADER_BYTES + 1) return decoded(bytes, NOTHING, first || 256);
  return first === 0 ? decodeExtended(bytes) : decodeShort(bytes, first);
}

function decodeShort(bytes: Uint8Array, lc: number): CommandApdu | undefined {
  const from = HEADER_BYTES + 1;
  const end = from + lc;
  if (bytes.length === end) return decoded(bytes, copied(bytes, from, end), 0);
  return bytes.length === end + 1 ? decoded(bytes, copied(bytes, from, end), at(bytes, end) || 256) : undefined;
}

function decodeExtended(bytes: Uint8Array): CommandApdu | undefined {
  const from = HEADER_BYTES + 3;
  if (bytes.length < from) return undefined;
  const length = wide(bytes, HEADER_BYTES + 1); // Lc, or Le where nothing follows
  if (bytes.length === from) return asExtended(decoded(bytes, NOTHING, length || 65_536));
  const end = from + length;
  if (length === 0) return undefined;
  if (bytes.length === end) return asExtended(decoded(bytes, copied(bytes, from, end), 0));
  if (bytes.length !== end + 2) return undefined;
  return asExtended(decoded(bytes, copied(bytes, from, end), wide(bytes, end) || 65_536));
}

const asExtended = (apdu: CommandApdu): CommandApdu =>
  needsExtended(apdu.data.length, apdu.ne) ? apdu : { ...apdu, extended: true };

/** The bytes of an answer: data, SW1, SW2. */
export function encodeResponse({ data, sw }: ResponseApdu): Uint8Array {
  const { length } = data;
  const bytes = room(length + 2);
  if (length > 0) bytes.set(data);
  bytes[length] = sw >> 8;
  bytes[length + 1] = sw;
  return bytes;
}

/** The answer in bytes of {@link encodeResponse}'s form; fewer than two have the status word 0000 to 00FF, which no card says. */
export const decodeResponse = (bytes: Uint8Array): ResponseApdu =>
  response(((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0), bytes.slice(0, -2));

const HEADER_BYTES = 4;
/** Up to here V8 keeps the bytes of an array in the array. */
const SMALL_BYTES = 64;

/**
 * Bytes to be filled up to the last one. The larger ones come from node's pool: an array with memory of its own costs as
 * much as the rest of a READ BINARY together (`npm run bench -- --only card-commands`).
 */
function room(lengthBytes: number): Uint8Array {
  if (lengthBytes <= SMALL_BYTES) return new Uint8Array(lengthBytes);
  const { buffer, byteOffset } = Buffer.allocUnsafe(lengthBytes);
  return new Uint8Array(buffer, byteOffset, lengthBytes);
}

const decoded = (bytes: Uint8Array, data: Uint8Array, ne: number): CommandApdu => ({
  cla: at(bytes, 0),
  ins: at(bytes, 1),
  p1: at(bytes, 2),
  p2: at(bytes, 3),
  data,
  ne,
});

/** Not `bytes.slice`, which is a view when the bytes are a Buffer. */
const copied = (bytes: Uint8Array, from: number, end: number): Uint8Array =>
  Uint8Array.prototype.slice.call(bytes, from, end);

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;
const wide = (bytes: Uint8Array, index: number): number => (at(bytes, index) << 8) | at(bytes, index + 1);
