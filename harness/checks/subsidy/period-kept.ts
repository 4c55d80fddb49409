import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";
import { certificatesIn, subsidyFilesOf } from "./subsidy-reading.ts";

/** A certificate pays on its days, the last of which counts. */
export const periodKept = check({
  id: "subsidy/period-kept",
  title: { ja: "受給者証の有効期間", en: "a certificate pays on its days" },
  expected: {
    ja: "有効終了日までは公費として適用し、その翌日からは適用しない",
    en: "applied up to and on its last day, not on the day after",
  },
  clause: "eligibility-rules.md §10.4 row 5; requirements.md C52",
  requires: ["R4-09"],
  next: {
    ja: "来院日と有効開始日・終了日（終了日を含む）を比べてください",
    en: "compare the day of the visit with ValidFrom and ValidTo, both of which count",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const file of subsidyFilesOf(trace)) {
      const payers = actsOf(trace, "payers").findLast(({ message }) => message.visit === file.visit);
      if (payers === undefined) continue;
      const day = dateAt(payers.atMs);
      for (const block of certificatesIn(file).filter((one) => one.IsAlwaysReimbursement === "0")) {
        const { MedicalSubsidyInsurerNumber: payer, ValidFrom: from = day, ValidTo: to = day } = block;
        const applies = payers.message.expenses.some(({ payerNumber }) => payerNumber === payer);
        if (applies !== (from <= day && day <= to))
          return fail([file.seq, payers.seq], {
            ja: `${from}から${to}までの公費${payer}を${day}に${applies ? "適用した" : "適用しなかった"}`,
            en: `certificate ${payer}, ${from} to ${to}, was ${applies ? "" : "not "}applied on ${day}`,
          });
        evidence.push(file.seq, payers.seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "受給者証がなかった", en: "no certificates came" });
    return pass(evidence, { ja: "有効期間のとおり", en: "as their dates say" });
  },
  passes: ["C52", "C46"],
  bites: ["C52@broken/ignores-subsidy-period"],
});
