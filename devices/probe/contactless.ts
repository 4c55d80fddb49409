import { sameBytes, toHex } from "../../simulator/kernel/bytes.ts";
import type { Atr } from "../iso7816/atr.ts";
import { decodeAtr } from "../iso7816/atr-decode.ts";

/** A card without commands of its own: the reader made its ATR (PC/SC part 3 §3.1.3.2.3.2). */
export interface StorageCard {
  readonly name: string;
  /** FeliCa, or something else. */
  readonly family: "felica" | "other";
}

/** Names by the two bytes of the card name, PC/SC part 3 supplement. */
const NAMES: readonly { readonly code: string; readonly name: string; readonly vector: string }[] = [
  { code: "0001", name: "MIFARE Classic 1K", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 01 00 00 00 00 6A" },
  { code: "0002", name: "MIFARE Classic 4K", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 02 00 00 00 00 69" },
  { code: "0003", name: "MIFARE Ultralight", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 03 00 00 00 00 68" },
  { code: "0026", name: "MIFARE Mini", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 26 00 00 00 00 4D" },
  { code: "0038", name: "MIFARE Plus SL2 2K", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 38 00 00 00 00 53" },
  { code: "0039", name: "MIFARE Plus SL2 4K", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 39 00 00 00 00 52" },
  { code: "003A", name: "MIFARE Ultralight C", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 3A 00 00 00 00 51" },
  { code: "003B", name: "FeliCa", vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 11 00 3B 00 00 00 00 42" },
  {
    code: "003D",
    name: "MIFARE Ultralight EV1",
    vector: "3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 3D 00 00 00 00 56",
  },
];

/** Proof of the names. */
export const storageCardVectors = NAMES;

/** Category 80, tag 4 of 15 bytes length: application identifier, 12 bytes, RID of the PC/SC workgroup. */
const HEAD = Uint8Array.of(0x80, 0x4f, 0x0c, 0xa0, 0x00, 0x00, 0x03, 0x06);
const NAME_AT = 9;
const FELICA = "003B";

/** The storage card an ATR stands for, or undefined: the ATR of a card that has commands says nothing about its kind. */
export function storageCardOf(atr: Atr): StorageCard | undefined {
  const { historical } = decodeAtr(atr);
  if (historical.length < NAME_AT + 2 || !sameBytes(historical.subarray(0, HEAD.length), HEAD)) return undefined;
  const code = toHex(historical.subarray(NAME_AT, NAME_AT + 2));
  return {
    name: NAMES.find((row) => row.code === code)?.name ?? `PC/SC ${code}`,
    family: code === FELICA ? "felica" : "other",
  };
}
