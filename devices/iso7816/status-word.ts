import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** SW1 and SW2 as one number, 0x9000 for success (ISO/IEC 7816-4 §5.6). */
export type StatusWord = number;

/** Status words of the card by case (my-number-card.md §2.8). */
export const SW = {
  ok: 0x9000,
  memoryFailure: 0x6581,
  wrongLength: 0x6700,
  secureMessagingNotSupported: 0x6882,
  incompatibleFile: 0x6981,
  securityStatusNotSatisfied: 0x6982,
  /** VERIFY on a blocked PIN: measured 6984, not ISO's 6983 (my-number-card.md §9). */
  referenceDataNotUsable: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  wrongData: 0x6a80,
  notFound: 0x6a82,
  wrongP1P2: 0x6a86,
  verificationFailed: 0x6300,
  wrongOffset: 0x6b00,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
} as const;

/** No answer came: the field was lost or the chip is mute. Ours; ISO knows no such status word. */
export const NO_ANSWER: StatusWord = 0;

/** 63Cx: the verification failed and `x` tries are left. */
export const triesLeftWord = (triesLeft: number): StatusWord => 0x63c0 | Math.min(triesLeft, 15);

/** Tries left in a 63Cx word, else undefined. */
export const triesLeftIn = (sw: StatusWord): number | undefined => ((sw & 0xfff0) === 0x63c0 ? sw & 15 : undefined);

const MEANINGS: Readonly<Record<StatusWord, Bilingual>> = {
  [NO_ANSWER]: { ja: "応答なし", en: "no answer" },
  [SW.ok]: { ja: "正常終了", en: "done" },
  [SW.memoryFailure]: { ja: "メモリ異常", en: "memory failure" },
  [SW.wrongLength]: { ja: "データ長の誤り", en: "wrong length" },
  [SW.secureMessagingNotSupported]: { ja: "セキュアメッセージング非対応", en: "secure messaging not supported" },
  [SW.incompatibleFile]: { ja: "ファイル構造と矛盾", en: "command does not fit the file" },
  [SW.securityStatusNotSatisfied]: { ja: "権限なし", en: "security status not satisfied" },
  [SW.referenceDataNotUsable]: { ja: "閉塞中", en: "reference data blocked" },
  [SW.conditionsNotSatisfied]: { ja: "使用条件を満たさない", en: "conditions of use not satisfied" },
  [SW.noCurrentFile]: { ja: "カレントEFなし", en: "no current file" },
  [SW.wrongData]: { ja: "データの誤り", en: "wrong data field" },
  [SW.notFound]: { ja: "該当なし", en: "file or application not found" },
  [SW.wrongP1P2]: { ja: "P1・P2の誤り", en: "wrong P1 P2" },
  [SW.verificationFailed]: { ja: "照合不一致", en: "verification failed" },
  [SW.wrongOffset]: { ja: "オフセットがファイル外", en: "offset outside the file" },
  [SW.unknownInstruction]: { ja: "未対応のINS", en: "unknown instruction" },
  [SW.unknownClass]: { ja: "未対応のCLA", en: "unknown class" },
};

/** A status word in words. */
export function meaningOf(sw: StatusWord): Bilingual {
  const tries = triesLeftIn(sw);
  if (tries !== undefined)
    return { ja: `照合不一致（残り${tries}回）`, en: `verification failed, ${tries} tries left` };
  return MEANINGS[sw] ?? { ja: "不明な応答", en: "unknown status" };
}
