import { CRC_BYTES } from "./constants.ts";

const START = 0xffff;
/** x^16 + x^12 + x^5 + 1, least significant bit first. */
const POLYNOMIAL = 0x8408;

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 0 ? sum >> 1 : (sum >> 1) ^ POLYNOMIAL;
  return sum;
});

/** CRC_B of the first `lengthBytes` bytes: starts at FFFF, is inverted at the end (firmware-validation.md §6). */
function crcB(bytes: Uint8Array, lengthBytes: number): number {
  let sum = START;
  for (let at = 0; at < lengthBytes; at++) sum = (sum >> 8) ^ (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum & 0xffff;
}

/** A frame: the body and its CRC_B, low byte first. */
export function withCrc(body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(body.length + CRC_BYTES);
  frame.set(body);
  const sum = crcB(body, body.length);
  frame[body.length] = sum;
  frame[body.length + 1] = sum >> 8;
  return frame;
}

/** True when the last two bytes are the CRC_B of those before them. */
export function hasGoodCrc(frame: Uint8Array): boolean {
  const end = frame.length - CRC_BYTES;
  if (end < 0) return false;
  return crcB(frame, end) === ((frame[end] ?? 0) | ((frame[end + 1] ?? 0) << 8));
}

/** Bodies and their frames (firmware-validation.md §6). */
export const crcVectors: readonly { readonly body: string; readonly frame: string }[] = [
  { body: "00 00 00", frame: "00 00 00 CC C6" },
  { body: "0F AA FF", frame: "0F AA FF FC D1" },
  { body: "0A 12 34 56", frame: "0A 12 34 56 2C F6" },
];
