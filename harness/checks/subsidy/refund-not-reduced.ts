import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";
import { certificatesIn, subsidyFilesOf } from "./subsidy-reading.ts";

/** 常に償還払い: the certificate is known, and pays nothing at the counter. */
export const refundNotReduced = check({
  id: "subsidy/refund-not-reduced",
  title: { ja: "常に償還払いは窓口で減らさない", en: "always refunded: the charge stays" },
  expected: {
    ja: "常に償還払い1の受給者証を公費として請求せず、後日払い戻しとして残す",
    en: "a certificate with flag 1 is no payer of the claim and is kept as refunded later",
  },
  clause: "eligibility-rules.md §10.3, §10.4 row 6; requirements.md C49",
  requires: ["R4-13"],
  next: {
    ja: "IsAlwaysReimbursementが1の公費は窓口負担を減らさないでください",
    en: "do not reduce the charge by a certificate whose IsAlwaysReimbursement is 1",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const file of subsidyFilesOf(trace)) {
      const payers = actsOf(trace, "payers").findLast(({ message }) => message.visit === file.visit);
      if (payers === undefined) continue;
      for (const block of certificatesIn(file).filter((one) => one.IsAlwaysReimbursement === "1")) {
        const payer = block.MedicalSubsidyInsurerNumber;
        const reduces = payers.message.expenses.some(({ payerNumber }) => payerNumber === payer);
        if (reduces || !payers.message.refundLater.includes(payer))
          return fail([file.seq, payers.seq], {
            ja: `公費${payer}で窓口負担を減らした、又は払い戻しとして残していない`,
            en: `certificate ${payer} reduces the charge, or is not kept as refunded later`,
          });
        evidence.push(file.seq, payers.seq);
      }
    }
    if (evidence.length === 0)
      return inconc({ ja: "常に償還払いの受給者証がなかった", en: "no certificate is always refunded" });
    return pass(evidence, { ja: "窓口負担を減らさなかった", en: "the charge is not reduced" });
  },
  passes: ["C49"],
  bites: ["C49@broken/reduces-refunded"],
});
