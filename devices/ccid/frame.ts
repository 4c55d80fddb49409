import { HEADER_BYTES } from "./constants.ts";

/**
 * One bulk message of USB CCID 1.1 §6.1, §6.2:
 *
 *     0 bMessageType | 1-4 dwLength, little-endian | 5 bSlot | 6 bSeq | 7 8 9 by type | 10 … dwLength bytes of data
 *
 * `b7`, `b8` and `b9` are the three bytes whose meaning depends on the type; `messages.ts` has their names.
 */
export interface CcidFrame {
  readonly type: number;
  readonly slot: number;
  readonly sequence: number;
  readonly b7: number;
  readonly b8: number;
  readonly b9: number;
  readonly data: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** A message from its parts; what is left out is 0 or empty. */
export function frame(type: number, parts: Partial<Omit<CcidFrame, "type">> = {}): CcidFrame {
  const { slot = 0, sequence = 0, b7 = 0, b8 = 0, b9 = 0, data = NOTHING } = parts;
  return { type, slot, sequence, b7, b8, b9, data };
}

/** dwLength as it stands in a header; 0 where the header is not whole. */
export function announcedLength(header: Uint8Array, from = 0): number {
  const at = (index: number): number => header[from + index] ?? 0;
  return at(1) + at(2) * 0x100 + at(3) * 0x1_0000 + at(4) * 0x100_0000;
}

/** The bytes of a message. */
export function encodeFrame({ type, slot, sequence, b7, b8, b9, data }: CcidFrame): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + data.length);
  writeHeader(bytes, 0, { type, slot, sequence, b7, b8, b9, data });
  return bytes;
}

/** Writes header and data at an offset of a larger array, so that a framing around it costs no second copy. */
export function writeHeader(bytes: Uint8Array, from: number, message: CcidFrame): void {
  const { data } = message;
  const { length } = data;
  bytes[from] = message.type;
  bytes[from + 1] = length;
  bytes[from + 2] = length >> 8;
  bytes[from + 3] = length >> 16;
  bytes[from + 4] = length >>> 24;
  bytes[from + 5] = message.slot;
  bytes[from + 6] = message.sequence;
  bytes[from + 7] = message.b7;
  bytes[from + 8] = message.b8;
  bytes[from + 9] = message.b9;
  if (length > 0) bytes.set(data, from + HEADER_BYTES);
}
