import { toHex } from "../kernel/bytes.ts";
import type { Rng } from "../kernel/rng.ts";

/** 発行番号: four bytes, the first not zero, as upper-case hexadecimal (my-number-card.md §4.2). */
export function drawSerial(rng: Rng): string {
  return toHex(Uint8Array.of(1 + rng.below(0x7f), ...rng.bytes(3)));
}
