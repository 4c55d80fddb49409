/**
 * Epilogue of a block. `lrc`: one byte, exclusive or of all bytes before it. `crc`: two bytes, a vendor test only: start
 * FFFF, reflected 8408, no final inversion, high byte first, as OpenCT has it. The text of ISO/IEC 7816-3 is often read as
 * inverted; certification uses LRC alone (firmware-validation.md §5, §11).
 */
export type Edc = "lrc" | "crc";

/** Bytes of each epilogue. */
export const EDC_BYTES: Readonly<Record<Edc, number>> = { lrc: 1, crc: 2 };

/** The EDC of the first `lengthBytes` bytes as a number, high byte first where it has two. */
export function edcOf(bytes: Uint8Array, lengthBytes: number, edc: Edc): number {
  let sum = edc === "lrc" ? 0 : CRC_START;
  for (let at = 0; at < lengthBytes; at++) {
    sum ^= bytes[at] ?? 0;
    if (edc === "crc") for (let bit = 0; bit < 8; bit++) sum = (sum & 1) === 0 ? sum >> 1 : (sum >> 1) ^ CRC_POLYNOMIAL;
  }
  return sum;
}

/** True when the last bytes are the EDC of all before them. */
export function hasValidEdc(block: Uint8Array, edc: Edc): boolean {
  const bodyBytes = block.length - EDC_BYTES[edc];
  const last = block[block.length - 1] ?? 0;
  const said = edc === "lrc" ? last : ((block[bodyBytes] ?? 0) << 8) | last;
  return bodyBytes > 0 && edcOf(block, bodyBytes, edc) === said;
}

const CRC_START = 0xffff;
const CRC_POLYNOMIAL = 0x8408;

/** Proof of both: the bytes of an answer 9000 and what follows them (firmware-validation.md §5). */
export const edcVectors: readonly { readonly edc: Edc; readonly body: string; readonly epilogue: string }[] = [
  { edc: "lrc", body: "00 00 02 90 00", epilogue: "92" },
  { edc: "crc", body: "00 00 02 90 00", epilogue: "9C 6D" },
];
