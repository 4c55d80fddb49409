import { expenseOrder } from "../../../simulator/rules/expense-order.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";
import { certificatesIn, isConfirmed, subsidyFilesOf } from "./subsidy-reading.ts";

/** On the claim the public expenses stand in the order in which they pay, four at most. */
export const expensesInOrder = check({
  id: "subsidy/expenses-in-order",
  title: { ja: "公費の負担順位", en: "public expenses in their order" },
  expected: {
    ja: "届いた受給者証が負担順位のとおり4つまで並び、保険と一緒に請求できる",
    en: "the certificates that came stand in their order, four at most, behind the insurance",
  },
  clause: "eligibility-rules.md §10.2; requirements.md C48",
  requires: ["R4-09"],
  next: {
    ja: "法別番号の負担順位で並べ、国の制度を先、地方単独を後にしてください",
    en: "sort by 法別番号: national schemes by their rank, local ones after them",
  },
  judge(trace) {
    const files = subsidyFilesOf(trace).filter(isConfirmed);
    const evidence: number[] = [];
    for (const file of files) {
      const payers = actsOf(trace, "payers").findLast(({ message }) => message.visit === file.visit);
      if (payers === undefined) continue;
      const came = certificatesIn(file).map((block) => block.MedicalSubsidyInsurerNumber);
      const listed = payers.message.expenses.map(({ payerNumber }) => payerNumber);
      const { claimed } = expenseOrder.decide({ payers: came }).result;
      if (payers.message.insurance === undefined || listed.join() !== claimed.join())
        return fail([file.seq, payers.seq], {
          ja: `並びは ${listed.join("、") || "なし"}、正しくは ${claimed.join("、")}`,
          en: `listed ${listed.join(", ") || "none"}, the order is ${claimed.join(", ")}`,
        });
      evidence.push(file.seq, payers.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "受給者証のある来院がなかった", en: "no visit had certificates" });
    return pass(evidence, { ja: "負担順位のとおり", en: "in their order" });
  },
  passes: ["C46", "C48"],
  bites: ["C48@broken/lists-expenses-as-found"],
});
