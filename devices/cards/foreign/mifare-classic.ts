import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import type { ForeignCard } from "./foreign-card.ts";
import { storageCard } from "./storage-card.ts";

/** PC/SC part 3: standard 03 ISO/IEC 14443-3 A, card name 0001 MIFARE Classic 1K (firmware-validation.md §6). */
const ATR = fromHex("3B 8F 80 01 80 4F 0C A0 00 00 03 06 03 00 01 00 00 00 00 6A");
/** First byte of a random UID of four bytes: such a number names no card (ISO/IEC 14443-3, general knowledge). */
const RANDOM_UID = Uint8Array.of(0x08);

/** The card that opens a door or an office, and many a hotel's key. */
export const mifareClassic: ForeignCard<"mifare-classic"> = {
  id: "mifare-classic",
  title: { ja: "入退室カード（MIFARE Classic 1K）", en: "door card (MIFARE Classic 1K)" },
  advice: {
    ja: "社員証や入退室カードが置かれています。取り出して、マイナンバーカードを置くよう伝える",
    en: "a staff or door card lies there: take it away and ask for the My Number card",
  },
  make: (rng) => storageCard(ATR, concat(RANDOM_UID, rng.fork("uid").bytes(3)), rng),
};
