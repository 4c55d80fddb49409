import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import type { Claim } from "../../../simulator/neighbours/claim.ts";
import { expenseOrder } from "../../../simulator/rules/expense-order.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, personAt, stepsOf } from "../reading.ts";

/** A month is one claim: what several visits brought stands on it in one order, four at most. */
export const claimExpensesInOrder = check({
  id: "claims/expenses-in-order",
  title: { ja: "レセプトの公費の負担順位", en: "public expenses of a month in their order" },
  expected: {
    ja: "月内の来院で使った公費を1件にまとめ、負担順位のとおり4つまで記載する",
    en: "the public expenses of a month's visits stand on the claim in one order, four at most",
  },
  clause: "eligibility-rules.md §10.2; requirements.md C48",
  requires: ["R4-09"],
  next: {
    ja: "来院ごとの公費をつないだ後、レセプト全体で並べ直してください",
    en: "sort once more after the expenses of the visits were joined on the claim",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const { seq, message } of actsOf(trace, "claimed")) {
      const { id, publicExpenses } = message.claim;
      const listed = publicExpenses.map(({ payerNumber }) => payerNumber);
      const used = usedFor(trace, message.claim);
      const left = used.flatMap(({ payers }) => payers).filter((payer) => !listed.includes(payer));
      // Those of one rank may stand in any order: the rule keeps what comes first.
      const { claimed } = expenseOrder.decide({ payers: [...listed, ...new Set(left)] }).result;
      if (claimed.length < 2) continue;
      const seqs = [...used.map((visit) => visit.seq), seq];
      if (listed.join() !== claimed.join())
        return fail(seqs, {
          ja: `レセプト${id}: 並びは ${listed.join("、") || "なし"}、正しくは ${claimed.join("、")}`,
          en: `claim ${id}: listed ${listed.join(", ") || "none"}, the order is ${claimed.join(", ")}`,
        });
      evidence.push(...seqs);
    }
    if (evidence.length === 0)
      return inconc({ ja: "公費が2つ以上のレセプトがなかった", en: "no claim had two public expenses" });
    return pass(evidence, { ja: "負担順位のとおり", en: "in their order" });
  },
  passes: ["C48"],
  bites: ["C48@broken/joins-expenses-as-found", "C48@broken/lists-expenses-as-found"],
});

/** What was said to pay for the visits whose care stands on a claim, the one it is made on apart. */
function usedFor(
  trace: Trace,
  { patient, days, insurance }: Claim,
): readonly { readonly seq: number; readonly payers: readonly string[] }[] {
  return stepsOf(trace, "charge").flatMap(({ atMs, message: { visit = "" } }) => {
    const person = personAt(trace, visit);
    const cared = days.some(({ day }) => day === dateAt(atMs));
    if (!cared || person?.name !== patient.name || person.birthdate !== patient.birthdate) return [];
    const told = actsOf(trace, "payers").findLast(({ message }) => message.visit === visit);
    const payers = (told?.message.expenses ?? []).map(({ payerNumber }) => payerNumber);
    return told === undefined
      ? []
      : [{ seq: told.seq, payers: payers.filter((payer) => payer !== insurance.insurerNumber) }];
  });
}
