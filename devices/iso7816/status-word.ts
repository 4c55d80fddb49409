import type { Bilingual } from "../../simulator/kernel/bilingual.ts";

/** SW1 and SW2 as one number, 0x9000 for success (ISO/IEC 7816-4 §5.6). */
export type StatusWord = number;

/** Status words of the card by case (my-number-card.md §2.8); faults may answer the others of ISO/IEC 7816-4 §5.6. */
export const SW = {
  ok: 0x9000,
  endOfFile: 0x6282,
  noInformation: 0x6283,
  verificationFailed: 0x6300,
  stateUnchanged: 0x6400,
  immediateResponseRequired: 0x6401,
  memoryFailure: 0x6581,
  /** SET SESSION KEY in an application that has none; measured, in no table of ISO (my-number-card.md §2.7). */
  sessionKeyNotSupported: 0x66f1,
  wrongLength: 0x6700,
  secureMessagingNotSupported: 0x6882,
  chainingNotSupported: 0x6884,
  incompatibleFile: 0x6981,
  securityStatusNotSatisfied: 0x6982,
  /** ISO's word for VERIFY on a blocked PIN, which some clients expect (my-number-card.md §2.4, D-02). */
  authenticationBlocked: 0x6983,
  /** VERIFY on a blocked PIN: measured 6984, not ISO's 6983 (my-number-card.md §9). */
  referenceDataNotUsable: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  secureMessagingDataMissing: 0x6987,
  secureMessagingDataWrong: 0x6988,
  /** Measured on commands with secure messaging when there is no session (my-number-card.md §2.1, §2.7). */
  secureMessagingSessionDead: 0x69fc,
  wrongData: 0x6a80,
  functionNotSupported: 0x6a81,
  notFound: 0x6a82,
  recordNotFound: 0x6a83,
  notEnoughMemory: 0x6a84,
  wrongP1P2: 0x6a86,
  lengthAgainstP1P2: 0x6a87,
  referenceNotFound: 0x6a88,
  wrongOffset: 0x6b00,
  unknownInstruction: 0x6d00,
  unknownClass: 0x6e00,
  noDiagnosis: 0x6f00,
} as const;

/** No answer came: the field was lost or the chip is mute. Ours; ISO knows no such status word. */
export const NO_ANSWER: StatusWord = 0;

const texts = new Map<StatusWord, string>();

/** SW1 SW2 as four digits; written once for each word, because every crossing of an APDU needs one. */
export function statusWordText(sw: StatusWord): string {
  const known = texts.get(sw);
  if (known !== undefined) return known;
  const text = sw.toString(16).toUpperCase().padStart(4, "0");
  texts.set(sw, text);
  return text;
}

/** 63Cx: the verification failed and `x` tries are left. */
export const triesLeftWord = (triesLeft: number): StatusWord => 0x63c0 | Math.min(triesLeft, 15);

/** Tries left in a 63Cx word, else undefined. */
export const triesLeftIn = (sw: StatusWord): number | undefined => ((sw & 0xfff0) === 0x63c0 ? sw & 15 : undefined);

const NO_APPLICATION: ReadonlySet<StatusWord> = new Set([
  SW.notFound,
  SW.functionNotSupported,
  SW.unknownInstruction,
  SW.unknownClass,
]);

/**
 * True when a SELECT by name was answered so that no such application is there: by the card, or by a reader in place of a
 * card that speaks no APDU, as a transport card (PC/SC part 3).
 */
export const saysNoApplication = (sw: StatusWord): boolean => NO_APPLICATION.has(sw);

const MEANINGS: Readonly<Record<StatusWord, Bilingual>> = {
  [NO_ANSWER]: { ja: "応答なし", en: "no answer" },
  [SW.ok]: { ja: "正常終了", en: "done" },
  [SW.endOfFile]: { ja: "Leに達する前にファイルの終わり", en: "end of file before Le bytes" },
  [SW.noInformation]: { ja: "情報なし（選択したファイルは無効）", en: "no information, the file is deactivated" },
  [SW.verificationFailed]: { ja: "照合不一致", en: "verification failed" },
  [SW.stateUnchanged]: { ja: "実行エラー（メモリに変化なし）", en: "execution error, state unchanged" },
  [SW.immediateResponseRequired]: {
    ja: "実行エラー（即時の応答が必要）",
    en: "execution error, immediate response required",
  },
  [SW.memoryFailure]: { ja: "メモリ異常", en: "memory failure" },
  [SW.sessionKeyNotSupported]: { ja: "セッション鍵は設定できない", en: "no session key here" },
  [SW.wrongLength]: { ja: "データ長の誤り", en: "wrong length" },
  [SW.secureMessagingNotSupported]: { ja: "セキュアメッセージング非対応", en: "secure messaging not supported" },
  [SW.chainingNotSupported]: { ja: "コマンドチェイニング非対応", en: "command chaining not supported" },
  [SW.incompatibleFile]: { ja: "ファイル構造と矛盾", en: "command does not fit the file" },
  [SW.securityStatusNotSatisfied]: { ja: "権限なし", en: "security status not satisfied" },
  [SW.authenticationBlocked]: { ja: "認証方法が閉塞中", en: "authentication method blocked" },
  [SW.referenceDataNotUsable]: { ja: "閉塞中", en: "reference data blocked" },
  [SW.conditionsNotSatisfied]: { ja: "使用条件を満たさない", en: "conditions of use not satisfied" },
  [SW.noCurrentFile]: { ja: "カレントEFなし", en: "no current file" },
  [SW.secureMessagingDataMissing]: {
    ja: "セキュアメッセージングのデータがない",
    en: "secure messaging data object missing",
  },
  [SW.secureMessagingDataWrong]: {
    ja: "セキュアメッセージングのデータの誤り",
    en: "secure messaging data object wrong",
  },
  [SW.secureMessagingSessionDead]: { ja: "セッションなし", en: "no secure messaging session" },
  [SW.wrongData]: { ja: "データの誤り", en: "wrong data field" },
  [SW.functionNotSupported]: { ja: "未対応の機能", en: "function not supported" },
  [SW.notFound]: { ja: "該当なし", en: "file or application not found" },
  [SW.recordNotFound]: { ja: "該当するレコードなし", en: "record not found" },
  [SW.notEnoughMemory]: { ja: "空き領域不足", en: "not enough memory in the file" },
  [SW.wrongP1P2]: { ja: "P1・P2の誤り", en: "wrong P1 P2" },
  [SW.lengthAgainstP1P2]: { ja: "LcがP1・P2と矛盾", en: "Lc does not fit P1 P2" },
  [SW.referenceNotFound]: { ja: "該当するデータなし", en: "referenced data not found" },
  [SW.wrongOffset]: { ja: "オフセットがファイル外", en: "offset outside the file" },
  [SW.unknownInstruction]: { ja: "未対応のINS", en: "unknown instruction" },
  [SW.unknownClass]: { ja: "未対応のCLA", en: "unknown class" },
  [SW.noDiagnosis]: { ja: "原因不明の異常", en: "error without diagnosis" },
};

/** What SW1 alone says, where the pair is in no table (ISO/IEC 7816-4 §5.6 table 5). */
const CLASSES: Readonly<Record<number, Bilingual>> = {
  98: { ja: "警告（メモリに変化なし）", en: "warning, state unchanged" },
  99: { ja: "警告（メモリに変化あり）", en: "warning, state changed" },
  100: { ja: "実行エラー（メモリに変化なし）", en: "execution error, state unchanged" },
  101: { ja: "実行エラー（メモリに変化あり）", en: "execution error, state changed" },
  102: { ja: "セキュリティの問題", en: "security issue" },
  103: { ja: "データ長の誤り", en: "wrong length" },
  104: { ja: "CLAの機能が未対応", en: "function of the class not supported" },
  105: { ja: "コマンドを許可しない", en: "command not allowed" },
  106: { ja: "パラメータの誤り", en: "wrong parameters" },
};

/** A status word in words; a 63Cx word as the answer to a wrong value. */
export function meaningOf(sw: StatusWord): Bilingual {
  const tries = triesLeftIn(sw);
  if (tries !== undefined)
    return { ja: `照合不一致（残り${tries}回）`, en: `verification failed, ${triesLeftText(tries).en}` };
  const [sw1, sw2] = [sw >> 8, sw & 255];
  if (sw1 === 0x61) return { ja: `正常終了（残り${sw2 || 256}バイト）`, en: `done, ${sw2 || 256} bytes more to fetch` };
  if (sw1 === 0x6c) return { ja: `Leの誤り（${sw2 || 256}が正しい）`, en: `wrong Le, ${sw2 || 256} is right` };
  return MEANINGS[sw] ?? CLASSES[sw1] ?? { ja: "不明な応答", en: "unknown status" };
}

/** Tries left, in words. */
export function triesLeftText(tries: number): Bilingual {
  return { ja: `残り${tries}回`, en: tries === 0 ? "no try left" : tries === 1 ? "1 try left" : `${tries} tries left` };
}
