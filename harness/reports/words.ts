import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { RunRecord } from "../run-record.ts";

/** Headings and labels that more than one report format uses. Expected and observed are always told apart (peers-and-pains.md §4 row 8). */
export const words = {
  title: { ja: "オンライン資格確認 適合試験の報告書", en: "Online eligibility check: conformance report" },
  expected: { ja: "期待", en: "Expected" },
  observed: { ja: "実際", en: "Observed" },
  clause: { ja: "根拠", en: "Clause" },
  requirements: { ja: "要件", en: "Requirements" },
  evidence: { ja: "証拠", en: "Evidence" },
  next: { ja: "次の手", en: "Next step" },
  passed: { ja: "合格", en: "Passed" },
  failed: { ja: "不合格", en: "Failed" },
  inconclusive: { ja: "判定不能", en: "Inconclusive" },
  defect: { ja: "模擬側の異常", en: "Simulator errors" },
  product: { ja: "試験ソフト", en: "Test software" },
  subject: { ja: "試験対象", en: "Subject" },
  mode: { ja: "実行方式", en: "Mode" },
  profile: { ja: "プロファイル", en: "Profile" },
  seed: { ja: "シード", en: "Seed" },
  ownSeeds: { ja: "シナリオごと", en: "one per scenario" },
  digest: { ja: "全記録のダイジェスト", en: "Digest of all traces" },
  scenarios: { ja: "シナリオ一覧", en: "Scenarios" },
  details: { ja: "シナリオごとの結果", en: "Results by scenario" },
  howToRead: {
    ja: "証拠の時刻は仮想世界の日本時間、#の番号は記録（トレース）の通し番号です。",
    en: "Times of evidence are Japan time of the simulated world; # numbers are those of the trace.",
  },
  madeUp: { ja: "登場する人物・番号はすべて架空です。", en: "All persons and numbers in this report are made up." },
  noApproval: {
    ja: "この判定は模擬環境での試験の結果です。国、実施機関、メーカーの承認・認定ではありません。公表されていない点はMadoguchi独自の取り決めに基づきます。",
    en: "This verdict is the result of a simulated test. It is no approval by any ministry, operator or maker. What is not published rests on choices of Madoguchi's own.",
  },
  trace: { ja: "記録（トレース）", en: "Trace" },
  again: { ja: "再現方法", en: "Run again" },
  scenario: { ja: "シナリオ", en: "Scenario" },
  verdict: { ja: "判定", en: "Verdict" },
  policyDate: { ja: "制度の基準日", en: "Policy date" },
  faults: { ja: "注入した障害", en: "Injected faults" },
  noFaults: { ja: "なし", en: "none" },
  warnings: { ja: "注意", en: "Warnings" },
  failedChecks: { ja: "合格しなかった確認項目", en: "Checks not passed" },
  ourFailure: {
    ja: "試験ソフト側の異常です。試験対象の不合格ではありません。",
    en: "This is a failure of the test software, not of the subject.",
  },
  notToEnd: { ja: "このシナリオは最後まで進みませんでした。", en: "This scenario did not reach its end." },
  noChecks: { ja: "確認項目がありません。", en: "No check was made." },
  runToEnd: { ja: "シナリオを最後まで実行した", en: "the scenario ran to its end" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Where a run over firmware is called otherwise. */
const firmwareWords: Partial<Record<keyof typeof words, Bilingual>> = {
  title: { ja: "カードリーダーのファームウェア 検証報告書", en: "Reader firmware: validation report" },
  scenario: { ja: "区分", en: "Set" },
  scenarios: { ja: "区分一覧", en: "Sets" },
  details: { ja: "区分ごとの結果", en: "Results by set" },
  howToRead: {
    ja: "証拠の→はこちらから、←は検証対象からのバイト列です。#の番号は記録（トレース）の通し番号です。",
    en: "In the evidence → marks bytes of ours and ← bytes of the firmware; # numbers are those of the trace.",
  },
  madeUp: { ja: "カードと暗証番号はすべて架空です。", en: "All cards and PINs in this report are made up." },
  runToEnd: { ja: "区分を最後まで実行した", en: "the set ran to its end" },
};

/** The word a report uses in a run of this kind. */
export const word = (run: RunRecord, name: keyof typeof words): Bilingual =>
  (run.firmware === undefined ? undefined : firmwareWords[name]) ?? words[name];

/** Heading of what was not judged. */
export const NOT_APPLICABLE: Bilingual = { ja: "対象外の確認項目", en: "Checks that do not apply" };

/** How a run is driven, for its kind. */
export const modeName = ({ firmware, mode }: RunRecord): Bilingual =>
  firmware === undefined ? modeNames[mode] : firmwareModes[mode];

const firmwareModes: Readonly<Record<"simulate" | "live", Bilingual>> = {
  simulate: { ja: "内蔵のファームウェア、仮想時間", en: "built-in firmware, virtual time" },
  live: { ja: "外部のファームウェア、実時間", en: "firmware outside, real time" },
};

/** How a run is driven. */
const modeNames: Readonly<Record<"simulate" | "live", Bilingual>> = {
  simulate: { ja: "模擬（内蔵の対象、仮想時間）", en: "simulate (built-in subject, virtual time)" },
  live: { ja: "実機（外部のレセコン）", en: "live (receipt system outside)" },
};

/** Whether a failed check fails the scenario. */
export const levelNames: Readonly<Record<"must" | "should", Bilingual>> = {
  must: { ja: "必須", en: "must" },
  should: { ja: "推奨", en: "should" },
};
