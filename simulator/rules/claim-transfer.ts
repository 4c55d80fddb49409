import type { Policy } from "../population/policy.ts";
import { BILLED } from "./day-owner.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** What the review needs to know of a claim. */
export interface TransferCase {
  /** Policy `claimTransfer` of the claim's month. */
  readonly rule: Policy["claimTransfer"];
  readonly medium: "online" | "electronic" | "paper";
  /** 不詳: the claim names no insurer. */
  readonly unknownInsurer: boolean;
  /** A payer with 法別 12. */
  readonly medicalAid: boolean;
  /** 国保 together with a local scheme 福祉. */
  readonly nationalWithLocalAid: boolean;
  readonly publicExpense: boolean;
  /** Whose each day of care is: {@link BILLED}, the name of another eligibility, or nobody's. */
  readonly owners: readonly (string | undefined)[];
}

/** What becomes of a claim. */
export type TransferOutcome =
  | "out-of-scope"
  | "as-billed"
  | "returned"
  | "lost-as-billed"
  | "not-found"
  | "transfer"
  | "split";

const BASE: TransferCase = {
  rule: "billed-if-valid",
  medium: "online",
  unknownInsurer: false,
  medicalAid: false,
  nationalWithLocalAid: false,
  publicExpense: false,
  owners: [BILLED, BILLED],
};
const LOST: TransferCase = { ...BASE, owners: ["B", "B"] };
const row = rowsOf<TransferCase, TransferOutcome>();

/**
 * Transfer and split レセプト振替・分割 (eligibility-rules.md §9.2), numbered as there. The order is ours where the
 * reference leaves it open: what keeps a claim from the review goes first, a claim is moved whole or not at all, and one
 * whose days belong to several others is split among them.
 */
export const claimTransfer = decisionTable({
  id: "claim-transfer",
  title: { ja: "レセプトの振替・分割", en: "transfer and split of a claim" },
  source: "eligibility-rules.md §9.2 [P46, P47, Q4]",
  requires: ["SYS-27", "SYS-28", "R0-26", "R0-27", "R1-14"],
  rows: [
    row({
      id: "9.2/before-start",
      condition: { ja: "2021-09請求分まで", en: "claims before 2021-10" },
      outcome: { ja: "振替・分割なし", en: "there is no transfer yet" },
      confidence: "H",
      matches: ({ rule }) => rule === "none",
      result: () => "out-of-scope",
      vectors: [{ title: "lost", given: { ...LOST, rule: "none" }, gives: "out-of-scope" }],
    }),
    row({
      id: "9.2/7",
      condition: { ja: "紙レセプト、別送の福祉医療費請求書", en: "on paper, also local-aid requests sent apart" },
      outcome: { ja: "振替できない", en: "cannot be moved" },
      confidence: "M",
      matches: ({ medium }) => medium === "paper",
      result: () => "out-of-scope",
      vectors: [{ title: "lost", given: { ...LOST, medium: "paper" }, gives: "out-of-scope" }],
    }),
    row({
      id: "9.2/unknown-claim",
      condition: { ja: "不詳請求", en: "an unknown claim: it names no eligibility" },
      outcome: { ja: "対象外", en: "out of scope" },
      confidence: "A",
      matches: ({ unknownInsurer }) => unknownInsurer,
      result: () => "out-of-scope",
      vectors: [
        {
          title: "nobody's numbers",
          given: { ...BASE, unknownInsurer: true, owners: [undefined] },
          gives: "out-of-scope",
        },
      ],
    }),
    row({
      id: "9.2/1",
      condition: { ja: "医療扶助（法別12）を含む", en: "medical aid, law 12, among the payers" },
      outcome: { ja: "対象外", en: "out of scope" },
      confidence: "H",
      matches: ({ medicalAid }) => medicalAid,
      result: () => "out-of-scope",
      vectors: [{ title: "lost", given: { ...LOST, medicalAid: true, publicExpense: true }, gives: "out-of-scope" }],
    }),
    row({
      id: "9.2/2",
      condition: { ja: "請求された資格が全診療日に有効", en: "the billed eligibility was valid on all days" },
      outcome: { ja: "変更も通知もなし", en: "no change and no notice" },
      confidence: "H",
      matches: ({ owners }) => owners.every((owner) => owner === BILLED),
      result: () => "as-billed",
      vectors: [
        { title: "valid", given: BASE, gives: "as-billed" },
        { title: "valid, with public expense", given: { ...BASE, publicExpense: true }, gives: "as-billed" },
      ],
    }),
    row({
      id: "9.2/7-national-local",
      condition: { ja: "資格喪失、国保と福祉の併用", en: "lost, national insurance together with local aid" },
      outcome: { ja: "エラーとして返戻", en: "returned as an error" },
      confidence: "M",
      matches: ({ nationalWithLocalAid }) => nationalWithLocalAid,
      result: () => "returned",
      vectors: [
        { title: "lost", given: { ...LOST, nationalWithLocalAid: true, publicExpense: true }, gives: "returned" },
      ],
    }),
    row({
      id: "9.2/3",
      condition: { ja: "資格喪失、公費併用", en: "lost on some or all days, with public expense" },
      outcome: {
        ja: "振替せず請求どおり。資格喪失（レセプト記載の保険者への請求）を通知",
        en: "sent as billed, with a notice that says so",
      },
      confidence: "H",
      matches: ({ publicExpense }) => publicExpense,
      result: () => "lost-as-billed",
      vectors: [
        { title: "lost on all days", given: { ...LOST, publicExpense: true }, gives: "lost-as-billed" },
        {
          title: "lost on some days",
          given: { ...BASE, owners: [BILLED, "B"], publicExpense: true },
          gives: "lost-as-billed",
        },
      ],
    }),
    row({
      id: "9.2/6",
      condition: { ja: "他の資格が見つからない診療日がある", en: "no other eligibility is found for a day" },
      outcome: { ja: "振替せず、新しい資格なしを通知", en: "not moved; the notice says that none was found" },
      confidence: "H",
      matches: ({ owners }) => owners.includes(undefined),
      result: () => "not-found",
      vectors: [
        { title: "for no day", given: { ...BASE, owners: [undefined, undefined] }, gives: "not-found" },
        { title: "for the last day only", given: { ...BASE, owners: [BILLED, "B", undefined] }, gives: "not-found" },
      ],
    }),
    row({
      id: "9.2/4",
      condition: { ja: "全診療日が同じ他の資格", en: "all days belong to the same other eligibility" },
      outcome: { ja: "振替", en: "moved to it" },
      confidence: "H",
      matches: ({ owners }) => owners.every((owner) => owner === owners[0]),
      result: () => "transfer",
      vectors: [
        { title: "two days", given: LOST, gives: "transfer" },
        { title: "one day", given: { ...BASE, owners: ["B"] }, gives: "transfer" },
      ],
    }),
    row({
      id: "9.2/5",
      condition: { ja: "診療日によって資格が異なる", en: "the days belong to different eligibilities" },
      outcome: { ja: "診療日で分割。点数の合計は不変", en: "split by day, the sum of points stays" },
      confidence: "H",
      matches: () => true,
      result: () => "split",
      vectors: [
        { title: "the first day is the billed one's", given: { ...BASE, owners: [BILLED, "B"] }, gives: "split" },
        { title: "two others", given: { ...BASE, owners: ["B", "C"] }, gives: "split" },
      ],
    }),
  ],
});
