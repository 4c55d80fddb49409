import { fromHex, toHex } from "../../simulator/kernel/bytes.ts";

/** Answer to reset: what a card says of itself when it gets power (ISO/IEC 7816-3 §8). */
export type Atr = Uint8Array;

/** ATRs of My Number cards, all five seen in the field (my-number-card.md §3.1, §3.2). Recognition goes by AID, not by these. */
export const MY_NUMBER_ATRS = {
  contactPlain: fromHex("3B E0 00 FF 81 31 FE 45 14"),
  contactHistorical: fromHex("3B DA 13 FF 81 31 FB 46 80 12 39 2F 31 C1 73 C6 01 C0 3B"),
  contactShort: fromHex("3B C5 FF 81 31 FB 45 80 73 C6 01 00 00"),
  contactless: fromHex("3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F"),
  contactlessFwi13: fromHex("3B 88 80 01 00 4B 51 FF B3 81 D1 00 0F"),
} as const satisfies Readonly<Record<string, Atr>>;

/** True for the shape all contactless ATRs of PC/SC part 3 have: `3B 8n 80 01 …`. */
export const isContactless = (atr: Atr): boolean =>
  atr[0] === 0x3b && (atr[1] ?? 0) >> 4 === 0x8 && atr[2] === 0x80 && atr[3] === 0x01;

/** An ATR in the customary way of writing. */
export const atrText = (atr: Atr): string => toHex(atr).replace(/(..)(?!$)/g, "$1 ");

/**
 * True when the check character TCK closes the ATR: all bytes from T0 on give 0 under exclusive or. TCK is there when
 * the card offers anything but T=0 (ISO/IEC 7816-3 §8.2.5), which every My Number card does.
 */
export function hasValidTck(atr: Atr): boolean {
  return atr.length > 2 && atr.subarray(1).reduce((sum, byte) => sum ^ byte, 0) === 0;
}
