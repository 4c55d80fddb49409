import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import type { ForeignCard } from "./foreign-card.ts";
import { storageCard } from "./storage-card.ts";

/** PC/SC part 3: standard 11 FeliCa, card name 003B (firmware-validation.md §6). */
const ATR = fromHex("3B 8F 80 01 80 4F 0C A0 00 00 03 06 11 00 3B 00 00 00 00 42");
/** An IDm that begins so belongs to an emulated Type 3 tag, never to a card somebody issued (general knowledge). */
const EMULATED = Uint8Array.of(0x02, 0xfe);

/** A transport card or electronic money: the commonest wrong card of all (firmware-validation.md §0). */
export const felica: ForeignCard<"felica"> = {
  id: "felica",
  title: { ja: "交通系・電子マネーのカード（FeliCa）", en: "transport or e-money card (FeliCa)" },
  advice: {
    ja: "交通系ICカードや電子マネーが置かれています。取り出して、マイナンバーカードを置くよう伝える",
    en: "a transport or e-money card lies there: take it away and ask for the My Number card",
  },
  make: (rng) => storageCard(ATR, concat(EMULATED, rng.fork("idm").bytes(6)), rng),
};
