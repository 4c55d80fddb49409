import { decisionTable, rowsOf } from "./decision-table.ts";

/** What decides whether a certificate of 医療費助成 reaches a facility. */
export interface SubsidyCase {
  /** Environment setting of the facility: 医療費助成 = 利用する. */
  readonly used: boolean;
  /** Whether PMH has the certificate: registered by a body that takes part, and not deleted. */
  readonly registered: boolean;
  /** Non-disclosure flag. */
  readonly withheld: boolean;
  /** The patient answered 利用する at the reader. */
  readonly agreed: boolean;
  /** PMH answered in time. */
  readonly reached: boolean;
  /** The day of the visit lies within its dates, both of which count. */
  readonly inPeriod: boolean;
  readonly alwaysReimbursement: boolean;
  /** No facility is designated, or the asking one is. */
  readonly facilityFits: boolean;
}

/** What goes to the receipt system, and what the counter may do with it. */
export interface SubsidyAnswer {
  readonly toReceiptSystem: "nothing" | "block" | "not-confirmed";
  readonly counter: "paper" | "paper-or-ask" | "in-kind" | "own-share" | "refund-later" | "ask";
}

const row = rowsOf<SubsidyCase, SubsidyAnswer>();
const given = (laid: Partial<SubsidyCase> = {}): SubsidyCase => ({
  used: true,
  registered: true,
  withheld: false,
  agreed: true,
  reached: true,
  inPeriod: true,
  alwaysReimbursement: false,
  facilityFits: true,
  ...laid,
});
const gives = (
  toReceiptSystem: SubsidyAnswer["toReceiptSystem"],
  counter: SubsidyAnswer["counter"],
): SubsidyAnswer => ({
  toReceiptSystem,
  counter,
});

/**
 * Whether a certificate reaches the facility (eligibility-rules.md §10.4, whose numbers the rows bear; what stops everything
 * stands first). Rows 2, 4 and 8 leave the same nothing: a facility cannot tell refusal from loss. Of "nothing or ended" in
 * row 5 the certificate with its dates is ours.
 */
export const subsidyAnswer = decisionTable({
  id: "subsidy-answer",
  title: { ja: "医療費助成の回答", en: "the answer about a medical subsidy" },
  source: "eligibility-rules.md §10.4",
  requires: ["R4-04", "R4-06", "R4-14", "R1-05", "SYS-23", "SYS-24", "SYS-26"],
  rows: [
    row({
      id: "10.4/1",
      condition: { ja: "医療機関の設定が「利用しない」", en: "the facility's setting is not to use it" },
      outcome: { ja: "何も渡さない", en: "nothing" },
      confidence: "H",
      matches: ({ used }) => !used,
      result: () => gives("nothing", "paper"),
      vectors: [
        {
          title: "even where the patient would agree",
          given: given({ used: false }),
          gives: gives("nothing", "paper"),
        },
      ],
    }),
    row({
      id: "10.4/2",
      condition: { ja: "PMHに登録がない、又は自治体が未参加", en: "no entry, or the municipality has not joined" },
      outcome: { ja: "何も渡さない（画面も出さない）", en: "nothing, and no screen" },
      confidence: "H",
      matches: ({ registered }) => !registered,
      result: () => gives("nothing", "paper"),
      vectors: [
        { title: "not joined, or deleted", given: given({ registered: false }), gives: gives("nothing", "paper") },
      ],
    }),
    row({
      id: "10.4/8",
      condition: { ja: "不開示フラグあり", en: "non-disclosure flag" },
      outcome: { ja: "何も渡さない", en: "nothing" },
      confidence: "A",
      matches: ({ withheld }) => withheld,
      result: () => gives("nothing", "paper"),
      vectors: [{ title: "withheld", given: given({ withheld: true }), gives: gives("nothing", "paper") }],
    }),
    row({
      id: "10.4/4",
      condition: { ja: "患者が「利用しない」", en: "the patient answers no" },
      outcome: { ja: "何も渡さない（資格の喪失と区別できない）", en: "nothing, as after a loss: no reason is given" },
      confidence: "H",
      matches: ({ agreed }) => !agreed,
      result: () => gives("nothing", "paper-or-ask"),
      vectors: [{ title: "refused", given: given({ agreed: false }), gives: gives("nothing", "paper-or-ask") }],
    }),
    row({
      id: "10.4/9",
      condition: { ja: "PMHが応答しない（中央は応答）", en: "PMH does not answer, the centre does" },
      outcome: { ja: "保険のみ、助成は「未確認」", en: "insurance only, the subsidy not confirmed" },
      confidence: "A",
      matches: ({ reached }) => !reached,
      result: () => gives("not-confirmed", "paper"),
      vectors: [
        { title: "no answer in time", given: given({ reached: false }), gives: gives("not-confirmed", "paper") },
      ],
    }),
    row({
      id: "10.4/5",
      condition: { ja: "来院日が有効期間外", en: "the visit lies outside its dates" },
      outcome: { ja: "有効期間つきで渡す（適用しない）", en: "given with its dates, which have ended or not begun" },
      confidence: "A",
      matches: ({ inPeriod }) => !inPeriod,
      result: () => gives("block", "own-share"),
      vectors: [
        { title: "ended yesterday", given: given({ inPeriod: false }), gives: gives("block", "own-share") },
        {
          title: "dates go before refunds",
          given: given({ inPeriod: false, alwaysReimbursement: true }),
          gives: gives("block", "own-share"),
        },
      ],
    }),
    row({
      id: "10.4/6",
      condition: { ja: "「常に償還払い」", en: "always refunded afterwards" },
      outcome: { ja: "渡す（窓口では全額、後日払い戻し）", en: "given with the flag: full share now, refund later" },
      confidence: "H",
      matches: ({ alwaysReimbursement }) => alwaysReimbursement,
      result: () => gives("block", "refund-later"),
      vectors: [
        { title: "flag 1", given: given({ alwaysReimbursement: true }), gives: gives("block", "refund-later") },
      ],
    }),
    row({
      id: "10.4/7",
      condition: { ja: "指定医療機関に含まれない", en: "facilities are designated and this is none of them" },
      outcome: { ja: "指定医療機関つきで渡す（確認する）", en: "given with the list: ask" },
      confidence: "L",
      matches: ({ facilityFits }) => !facilityFits,
      result: () => gives("block", "ask"),
      vectors: [
        { title: "another hospital is named", given: given({ facilityFits: false }), gives: gives("block", "ask") },
      ],
    }),
    row({
      id: "10.4/3",
      condition: { ja: "患者が「利用する」", en: "the patient agrees" },
      outcome: { ja: "渡す（現物給付）", en: "given, in kind" },
      confidence: "H",
      matches: () => true,
      result: () => gives("block", "in-kind"),
      vectors: [{ title: "an ordinary certificate", given: given(), gives: gives("block", "in-kind") }],
    }),
  ],
});
