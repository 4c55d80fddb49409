import { ascii, fromHex } from "../../../simulator/kernel/bytes.ts";
import { encodeTlv } from "../../iso7816/ber-tlv.ts";
import type { CardApplication } from "../application.ts";
import type { CardImage } from "../card-image.ts";
import { commonCommands } from "../commands/index.ts";

/** 16 bytes of ASCII: whoever reads it sees that nobody real issued this card (ours). */
const ISSUER = ascii("SIMULATION 99999");
/** GlobalPlatform card recognition data: OIDs of GlobalPlatform 2.1.1 and of card management (general knowledge). */
const RECOGNITION = encodeTlv(0x73, fromHex("06 07 2A 86 48 86 FC 6B 01 60 0B 06 09 2A 86 48 86 FC 6B 02 01 01"));
/** Outer header of a CV certificate: what GET DATA leaves out (my-number-card.md §1.7, "content only"). */
const CV_HEADER_BYTES = 5;

/**
 * What is selected when power comes: the card's own data by GET DATA, no file at all (my-number-card.md §1.1, §1.7). The
 * length of 0045 is ours, and so is which key 7F21 certifies; that it hangs on the key of F8, and F7 names that, is measured.
 */
export const cardManager: CardApplication<CardImage> = {
  id: "card-manager",
  aid: fromHex("A0000001510000"),
  name: { ja: "カードマネージャ（MF）", en: "card manager (MF level)" },
  objects: [],
  data: [
    { tag: 0x0042, name: { ja: "発行者識別番号", en: "issuer identification number" }, value: () => ISSUER },
    {
      tag: 0x0045,
      name: { ja: "カード識別番号", en: "card identification number" },
      value: ({ serialNumber }) => ascii(serialNumber),
    },
    { tag: 0x0066, name: { ja: "カード認識データ", en: "card recognition data" }, value: () => RECOGNITION },
    {
      tag: 0x00f0,
      name: { ja: "市区町村コード", en: "municipality" },
      value: ({ holder }) => ascii(holder.municipality),
    },
    { tag: 0x00f2, name: { ja: "有効期限", en: "expiry" }, value: ({ front }) => ascii(front.expiry) },
    {
      tag: 0x00f7,
      name: { ja: "中間鍵の鍵ID", en: "key id of the key in between" },
      value: ({ cardChain }) => cardChain().keyId,
    },
    {
      tag: 0x00f8,
      name: { ja: "中間鍵のCV証明書", en: "CV certificate of the key in between" },
      value: ({ cardChain }) => cardChain().above.slice(CV_HEADER_BYTES),
    },
    {
      tag: 0x7f21,
      name: { ja: "中間鍵が署名したCV証明書", en: "CV certificate by the key in between" },
      value: ({ cardChain }) => cardChain().below.slice(CV_HEADER_BYTES),
    },
    {
      tag: 0x5f51,
      name: { ja: "接触ATR（TSなし）", en: "contact ATR without TS" },
      value: ({ contactAtr }) => contactAtr.slice(1),
    },
  ],
  commands: commonCommands,
};
