import { decisionTable, rowsOf } from "./decision-table.ts";

/** A call of a facility that wants the outage function (requirements.md R3-47). */
export interface OutageRequest {
  /** Whether the call comes within the hours of the call centre (R3-52). */
  readonly within: boolean;
  readonly facilityCode: string;
  readonly facilityName: string;
  /** 担当者名. */
  readonly caller: string;
  /** The facility the centre knows under the code; undefined when it knows none. */
  readonly known: { readonly name: string } | undefined;
}

/** What the call centre does with a call. */
export type OutageRequestOutcome = "nobody-answers" | "asks-for-items" | "unknown-facility" | "calls-back";

const known = { name: "架空内科クリニック" };
const call: OutageRequest = {
  within: true,
  facilityCode: "9910000018",
  facilityName: "架空内科クリニック",
  caller: "窓口　一子",
  known,
};
const row = rowsOf<OutageRequest, OutageRequestOutcome>();

/** Asking for the outage function (eligibility-rules.md §15.1; requirements.md R3-46 to R3-52). */
export const outageRequest = decisionTable({
  id: "outage-request",
  title: { ja: "障害時機能の申込み（電話）", en: "asking for the outage function by phone" },
  source: "eligibility-rules.md §15.1; requirements.md R3-47, R3-48, R3-52",
  requires: ["R3-47", "R3-48", "R3-52", "R3-55", "SYS-41"],
  rows: [
    row({
      id: "15.1/closed",
      condition: { ja: "受付時間外", en: "outside the hours of the call centre" },
      outcome: { ja: "つながらない", en: "nobody answers" },
      confidence: "H",
      matches: ({ within }) => !within,
      result: () => "nobody-answers",
      vectors: [{ title: "a call at night", given: { ...call, within: false }, gives: "nobody-answers" }],
    }),
    row({
      id: "15.1/incomplete",
      condition: {
        ja: "医療機関コード・名称・担当者名のいずれかを言わない",
        en: "code, name or person in charge is not told",
      },
      outcome: { ja: "聞き返す", en: "the call centre asks for it" },
      confidence: "H",
      matches: ({ facilityCode, facilityName, caller }) => [facilityCode, facilityName, caller].includes(""),
      result: () => "asks-for-items",
      vectors: [
        { title: "no person in charge", given: { ...call, caller: "" }, gives: "asks-for-items" },
        { title: "no code", given: { ...call, facilityCode: "", known: undefined }, gives: "asks-for-items" },
        { title: "no name", given: { ...call, facilityName: "" }, gives: "asks-for-items" },
      ],
    }),
    row({
      id: "15.1/unknown",
      condition: { ja: "コードが未登録、または名称が一致しない", en: "the code is unknown, or the name is not its" },
      outcome: { ja: "受け付けない", en: "not taken" },
      confidence: "A",
      matches: ({ known: facility, facilityName }) => facility?.name !== facilityName,
      result: () => "unknown-facility",
      vectors: [
        { title: "an unknown code", given: { ...call, known: undefined }, gives: "unknown-facility" },
        { title: "the name of another", given: { ...call, facilityName: "架空薬局" }, gives: "unknown-facility" },
      ],
    }),
    row({
      id: "15.1/call-back",
      condition: { ja: "3項目がそろい、登録と一致", en: "the three items are told and agree with the register" },
      outcome: {
        ja: "保険医療機関届の電話番号にだけ折り返し、約30分後に機能を開く",
        en: "calls back the registered number and no other, and the function opens about 30 minutes later",
      },
      confidence: "H",
      matches: () => true,
      result: () => "calls-back",
      vectors: [{ title: "a proper call", given: call, gives: "calls-back" }],
    }),
  ],
});
