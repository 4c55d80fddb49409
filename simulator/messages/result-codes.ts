import type { Bilingual } from "../kernel/bilingual.ts";

/**
 * Result codes and their texts. The real ones (別紙6-1) are not public: all of this is OURS (receipt-system-interface.md
 * §8.1). `SIM-E` file level, `SIM-P` person level, `SIM-W` remark on a success. Japanese texts are full-width, start with
 * 【模擬】 and have at most 60 characters, for they travel in elements of type W that a known database keeps at 60 (§2.3).
 */
export const resultCodes = {
  "SIM-E-001": ours("要求ファイルの形式が正しくありません。", "The request file is malformed."),
  "SIM-E-002": ours("必須項目がありません。", "A required element is missing."),
  "SIM-E-003": ours("項目の桁数が正しくありません。", "An element has a wrong length."),
  "SIM-E-004": ours("項目の値が正しくありません。", "An element has a value that is not allowed."),
  "SIM-E-005": ours("医療機関コードが端末の設定と一致しません。", "The facility code is not that of the terminal."),
  "SIM-E-006": ours("件数が上限を超えています。", "There are more entries than allowed."),
  "SIM-E-007": ours("受付番号が見つかりません。", "The reception number is not known."),
  "SIM-E-008": ours("受付番号の有効期限が切れています。", "The reception number has expired."),
  "SIM-E-009": ours("ファイルを復号できません。", "The file cannot be decrypted."),
  "SIM-E-010": ours(
    "この種類の要求は使わない設定です（プロファイルのｅｘｔ）。",
    "Requests of this kind are switched off (ext in the profile).",
  ),
  "SIM-E-011": ours("アクティベーションコードが見つかりません。", "The activation code is not known."),
  "SIM-E-901": ours(
    "中央側が応答しません。時間をおいて再度実行してください。",
    "The centre does not answer; try again later.",
  ),
  "SIM-E-902": ours("回線が切断されています。", "The line is down."),
  "SIM-E-903": ours("回線の認証に失敗しました。", "The line could not be authenticated."),
  "SIM-E-904": ours("端末の証明書の有効期限が切れています。", "The certificate of the terminal has expired."),
  "SIM-E-905": ours("サービス時間外です。", "The service is closed at this hour."),
  "SIM-E-906": ours("混雑しています。時間をおいて再度実行してください。", "The centre is busy; try again later."),
  "SIM-E-999": ours("その他のエラーが発生しました。", "Another error occurred."),
  "SIM-P-101": ours("被保険者証記号を入力してください。", "The symbol of the insurance card is needed."),
  "SIM-P-102": ours("保険者番号が正しくありません。", "The insurer number is wrong."),
  "SIM-P-103": ours("検証番号が一致しません。", "The check digit does not agree."),
  "SIM-P-104": ours("生年月日が正しくありません。", "The birth date is wrong."),
  "SIM-P-105": ours("閲覧の同意がありません。", "There is no consent to view."),
  "SIM-P-106": ours("閲覧同意の有効期限が切れています。", "The consent to view has expired."),
  "SIM-P-201": ours(
    "該当する資格がないため照会番号を登録できません。",
    "No eligibility matches, so the reference number cannot be registered.",
  ),
  "SIM-P-202": ours("照会番号が重複しています。", "The reference number is already in use."),
  "SIM-W-301": ours(
    "この医療機関あての医療券がありません（未委託・未登録）。",
    "There is no ticket for this facility: not entrusted, or not registered yet.",
  ),
  "SIM-W-302": ours(
    "社会保険の資格が保険者側に登録されていません。",
    "The insurer has not registered the social insurance.",
  ),
  "SIM-W-303": ours("証明書の有効期限まで３か月以内です。", "The certificate expires within three months."),
  "SIM-W-304": ours(
    "証明書の有効期限が切れています。資格情報のみ提供します。",
    "The certificate has expired; only the eligibility is provided.",
  ),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** One of our result codes. */
export type ResultCode = keyof typeof resultCodes;

/** The text of a code; a code that is not ours reads as `SIM-E-999`. */
export function resultCode(code: string): Bilingual {
  return isResultCode(code) ? resultCodes[code] : resultCodes["SIM-E-999"];
}

function isResultCode(code: string): code is ResultCode {
  return Object.hasOwn(resultCodes, code);
}

function ours(ja: string, en: string): Bilingual {
  return { ja: `【模擬】${ja}`, en: `[SIMULATED] ${en}` };
}
