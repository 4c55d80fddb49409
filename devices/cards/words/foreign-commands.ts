import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { type CommandRow, dataText, type Exchange } from "./command-row.ts";

const NOT_HERE: Bilingual = { ja: "このカードにはないコマンド", en: "this card has no such command" };
const READERS_OWN: Bilingual = {
  ja: "リーダー宛てのコマンドでカードには届かない",
  en: "meant for the reader itself, not for the card",
};

/** A command that is only named: what it does on other cards does not matter here. */
function foreign(ins: number, name: string, exchange: string, ja: string, en: string): CommandRow {
  return {
    ins,
    name,
    asks: dataOf,
    notes: () => [NOT_HERE],
    vectors: [{ exchange, ja, en }],
  };
}

/** The data field by its length, where there is one. */
function dataOf(exchange: Exchange): Bilingual | undefined {
  return exchange.command.data?.length === 0 ? undefined : dataText(exchange);
}

/** Commands of other cards and of readers that clients try, and rare ones of this card. */
export const foreignCommands: readonly CommandRow[] = [
  {
    ins: 0xae,
    cla: 0x80,
    name: "SET SESSION KEY",
    asks: dataOf,
    vectors: [
      {
        exchange: "80AE000002A022 → 66F1",
        ja: "SET SESSION KEY 2バイト → 66F1 セッション鍵は設定できない",
        en: "SET SESSION KEY 2 bytes → 66F1 no session key here",
      },
    ],
  },
  {
    ins: 0xfc,
    cla: 0x80,
    name: "LAST COMMAND",
    asks: dataOf,
    notes: () => [{ ja: "スマートフォン向けの合図", en: "a hint that phones understand" }],
    vectors: [
      {
        exchange: "80FC0000 → 6700",
        ja: "LAST COMMAND → 6700 データ長の誤り（スマートフォン向けの合図）",
        en: "LAST COMMAND → 6700 wrong length (a hint that phones understand)",
      },
    ],
  },
  {
    ins: 0xca,
    cla: 0xff,
    name: "GET DATA",
    asks: ({ command: { p1 } }) =>
      p1 === 0
        ? { ja: "カードのUIDかPUPI", en: "UID or PUPI of the card" }
        : { ja: "ATSの情報", en: "bytes of the ATS" },
    notes: () => [READERS_OWN],
    vectors: [
      {
        exchange: "FFCA000000 → 6E00",
        ja: "GET DATA カードのUIDかPUPI → 6E00 未対応のCLA（リーダー宛てのコマンドでカードには届かない）",
        en: "GET DATA UID or PUPI of the card → 6E00 unknown class (meant for the reader itself, not for the card)",
      },
    ],
  },
  foreign(
    0x22,
    "MANAGE SECURITY ENVIRONMENT",
    "002241B603830180 → 6D00",
    "MANAGE SECURITY ENVIRONMENT 3バイト → 6D00 未対応のINS（このカードにはないコマンド）",
    "MANAGE SECURITY ENVIRONMENT 3 bytes → 6D00 unknown instruction (this card has no such command)",
  ),
  foreign(
    0x2a,
    "PERFORM SECURITY OPERATION",
    "002A9E9A0130 → 6D00",
    "PERFORM SECURITY OPERATION 1バイト → 6D00 未対応のINS（このカードにはないコマンド）",
    "PERFORM SECURITY OPERATION 1 byte → 6D00 unknown instruction (this card has no such command)",
  ),
  foreign(
    0x70,
    "MANAGE CHANNEL",
    "0070000001 → 6D00",
    "MANAGE CHANNEL → 6D00 未対応のINS（このカードにはないコマンド）",
    "MANAGE CHANNEL → 6D00 unknown instruction (this card has no such command)",
  ),
  foreign(
    0x87,
    "GENERAL AUTHENTICATE",
    "0087079E047C028100 → 6D00",
    "GENERAL AUTHENTICATE 4バイト → 6D00 未対応のINS（このカードにはないコマンド）",
    "GENERAL AUTHENTICATE 4 bytes → 6D00 unknown instruction (this card has no such command)",
  ),
  foreign(
    0xd6,
    "UPDATE BINARY",
    "00D60000013F → 6D00",
    "UPDATE BINARY 1バイト → 6D00 未対応のINS（このカードにはないコマンド）",
    "UPDATE BINARY 1 byte → 6D00 unknown instruction (this card has no such command)",
  ),
  foreign(
    0xda,
    "PUT DATA",
    "00DA5F52013F → 6D00",
    "PUT DATA 1バイト → 6D00 未対応のINS（このカードにはないコマンド）",
    "PUT DATA 1 byte → 6D00 unknown instruction (this card has no such command)",
  ),
];
