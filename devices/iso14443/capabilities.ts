import { MAX_FRAME_BYTES } from "./constants.ts";

/** Frame sizes in bytes by their code, CRC included: FSC of the card in ATQB, FSD of the reader in ATTRIB (§6). */
const FRAME_BYTES = [16, 24, 32, 40, 48, 64, 96, 128, MAX_FRAME_BYTES] as const;

/** The largest frame of a code 0…15; codes above 8 are reserved here and count as 256 [K]. */
export const frameBytesOf = (code: number): number => FRAME_BYTES[code] ?? MAX_FRAME_BYTES;

/** 4096 / 13.56 MHz. */
const UNIT_US = 4096 / 13.56;
/** FWI 15 is reserved; a reader takes it for 4 [K]. */
const RESERVED_FWI = 15;
const FWI_FOR_RESERVED = 4;
const MAX_FWI = 14;

/** Frame waiting time: 302 µs · 2^FWI (§6), in whole milliseconds rounded up. */
export function frameWaitingTimeMs(fwi: number): number {
  return Math.ceil((UNIT_US * 2 ** (fwi === RESERVED_FWI ? FWI_FOR_RESERVED : fwi)) / 1_000);
}

/** No waiting time is longer, extended or not (ISO/IEC 14443-4 §7.2 [K]). */
export const MAX_WAITING_TIME_MS = frameWaitingTimeMs(MAX_FWI);

/** Waiting times by FWI; 4, 8 and 14 are those of firmware-validation.md §6, 10 is the My Number card's. */
export const waitingTimeVectors: readonly { readonly fwi: number; readonly ms: number }[] = [
  { fwi: 0, ms: 1 },
  { fwi: 4, ms: 5 },
  { fwi: 8, ms: 78 },
  { fwi: 10, ms: 310 },
  { fwi: 14, ms: 4_950 },
  { fwi: 15, ms: 5 },
];

/** Frame sizes by code (§6). */
export const frameSizeVectors: readonly { readonly code: number; readonly bytes: number }[] = [
  { code: 0, bytes: 16 },
  { code: 4, bytes: 48 },
  { code: 8, bytes: 256 },
  { code: 9, bytes: 256 },
];
