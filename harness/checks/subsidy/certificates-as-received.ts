import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";
import { certificatesIn, isConfirmed, subsidyFilesOf } from "./subsidy-reading.ts";

/** Numbers of certificates pass on as they must stand in the receipt computer (eligibility-rules.md §10.3). */
export const certificatesAsReceived = check({
  id: "subsidy/certificates-as-received",
  title: { ja: "受給者証の取込", en: "certificates are stored as received" },
  expected: {
    ja: "公費負担者番号・受給者番号・期間・月額上限を結果のまま、その来院に取り込む",
    en: "stores payer and recipient number, period and monthly limit as they came, with that visit",
  },
  clause: "eligibility-rules.md §10.3; receipt-system-interface.md §8.12; requirements.md C46",
  requires: ["R4-05", "R4-09"],
  next: {
    ja: "PMHsimsm01の番号を変換せず、同じ受付の保険と一緒に取り込んでください",
    en: "import the numbers of PMHsimsm01 unchanged, together with the insurance of the same check-in",
  },
  judge(trace) {
    const files = subsidyFilesOf(trace).filter(isConfirmed);
    if (files.length === 0) return inconc({ ja: "受給者証の結果がなかった", en: "no certificates came" });
    const evidence: number[] = [];
    for (const file of files) {
      const stored = actsOf(trace, "subsidy-imported").find(({ message }) => message.visit === file.visit);
      if (stored === undefined)
        return fail([file.seq], { ja: `取り込まれなかった: ${file.file}`, en: `not imported: ${file.file}` });
      for (const block of certificatesIn(file)) {
        const { MedicalSubsidyInsurerNumber: payer, MedicalSubsidyRecipientNumber: recipient } = block;
        const kept = stored.message.certificates.find(
          ({ payerNumber, recipientNumber }) => payerNumber === payer && recipientNumber === recipient,
        );
        const limit = block.MaxCopaymentAmount === undefined ? undefined : Number(block.MaxCopaymentAmount);
        if (
          kept === undefined ||
          kept.validFrom !== block.ValidFrom ||
          kept.validTo !== block.ValidTo ||
          kept.maxCopaymentYen !== limit
        )
          return fail([file.seq, stored.seq], {
            ja: `公費${payer}が結果と違う`,
            en: `certificate ${payer} is not as received`,
          });
      }
      evidence.push(file.seq, stored.seq);
    }
    return pass(evidence, { ja: "受給者証を結果のまま取り込んだ", en: "the certificates are as received" });
  },
  passes: ["C46", "C48"],
  bites: ["C46@broken/loses-subsidies"],
});
