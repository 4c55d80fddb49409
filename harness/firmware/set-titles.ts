import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { CheckSet } from "./firmware-check.ts";

/** Sets of the test plan in words (firmware-validation.md §8; PC is ours). */
export const setTitles: Readonly<Record<CheckSet, Bilingual>> = {
  SR: { ja: "シリアル回線のフレーム", en: "frames on the serial line" },
  CC: { ja: "CCIDコマンド", en: "CCID commands" },
  T1: { ja: "T=1 ブロック", en: "T=1 blocks" },
  B: { ja: "非接触 Type B", en: "contactless, Type B" },
  AP: { ja: "APDU", en: "APDUs" },
  HU: { ja: "暗証番号と画面", en: "PIN and screen" },
  PC: { ja: "PC/SC経由", en: "through PC/SC" },
};
