import { type Bilingual, same } from "../../simulator/kernel/bilingual.ts";
import type { CallMatter, CallRecord } from "../../simulator/neighbours/call-centre.ts";

/** Who calls or writes. */
export const callerNames: Readonly<Record<CallRecord["from"], Bilingual>> = {
  facility: { ja: "医療機関", en: "facility" },
  "call-centre": { ja: "コールセンター", en: "call centre" },
  "executing-body": { ja: "実施機関", en: "executing body" },
};

/** What it is about. */
export const matterNames: Readonly<Record<CallMatter, Bilingual>> = {
  "outage-function": { ja: "障害時機能の利用を申し込む", en: "asks for the outage function" },
  "call-back": { ja: "届出の電話番号へ折り返す", en: "calls back the registered number" },
  "report-form": { ja: "利用報告の様式を送る", en: "mails the report form" },
  "function-open": { ja: "機能を開いたと知らせる", en: "tells that the function is open" },
  "report-of-use": { ja: "利用報告を送る", en: "mails the report of use" },
  "wrong-person": { ja: "別人の情報の表示を連絡", en: "reports another person's data" },
};

/** What a web screen of the terminal said: the rows of rules §15.1 and §15.2. */
const screenOutcomeNames: Readonly<Record<string, Bilingual>> = {
  "no-answer": { ja: "応答なし", en: "no answer" },
  "not-open": { ja: "機能が開いていない", en: "the function is not open" },
  "items-missing": { ja: "項目不足", en: "an item is missing" },
  none: { ja: "該当なし", en: "nobody found" },
  several: { ja: "複数該当", en: "several fit" },
  eligibility: { ja: "資格情報を表示", en: "eligibility shown" },
  outside: { ja: "地域・期間の外", en: "outside area or period" },
  "not-for-care": { ja: "診療以外の目的", en: "not for care" },
  "no-consent": { ja: "同意なし", en: "no consent" },
  shown: { ja: "資格・医療情報を表示", en: "eligibility and medical information shown" },
};

/** A web screen's outcome in words. */
export function screenOutcome(outcome: string): Bilingual {
  return screenOutcomeNames[outcome] ?? same(outcome);
}

/** What came of it. */
export const callOutcomeNames: Readonly<Record<NonNullable<CallRecord["outcome"]>, Bilingual>> = {
  "nobody-answers": { ja: "受付時間外", en: "nobody answers" },
  "asks-for-items": { ja: "不足項目を聞き返された", en: "asked for a missing item" },
  "unknown-facility": { ja: "登録と一致しない", en: "not as registered" },
  "calls-back": { ja: "受付", en: "taken" },
  taken: { ja: "受付", en: "taken" },
  "sent-back": { ja: "返送", en: "sent back" },
};
