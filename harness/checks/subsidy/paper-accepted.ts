import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";
import { subsidyFilesOf } from "./subsidy-reading.ts";

/** Where PMH has nothing the paper certificate counts (requirements.md SYS-26). */
export const paperAccepted = check({
  id: "subsidy/paper-accepted",
  title: { ja: "紙の受給者証の入力", en: "a paper certificate is taken" },
  expected: {
    ja: "助成の情報が届かない来院で、紙の受給者証を入力して公費として請求できる",
    en: "where no block came a certificate can be typed from paper and pays",
  },
  clause: "eligibility-rules.md §10.4 rows 1, 2; requirements.md SYS-26, C50",
  requires: ["R4-12", "R4-14"],
  next: {
    ja: "オンラインの情報がなくても受給者証を手で入力できるようにしてください",
    en: "let the clerk enter a certificate though nothing came online",
  },
  judge(trace) {
    const shown = stepsOf(trace, "paper-certificate");
    if (shown.length === 0) return inconc({ ja: "紙の受給者証がなかった", en: "no paper certificate was shown" });
    const evidence: number[] = [];
    for (const { seq, message } of shown) {
      if (subsidyFilesOf(trace).some(({ visit }) => visit === message.visit)) continue;
      const payers = actsOf(trace, "payers").findLast((act) => act.message.visit === message.visit);
      const wanted = message.certificate;
      const listed = payers?.message.expenses.some(
        ({ payerNumber, recipientNumber }) =>
          payerNumber === wanted?.payerNumber && recipientNumber === wanted.recipientNumber,
      );
      if (payers === undefined || listed !== true)
        return fail([seq, ...(payers === undefined ? [] : [payers.seq])], {
          ja: `紙の公費${wanted?.payerNumber ?? ""}が請求に載らない`,
          en: `the paper certificate ${wanted?.payerNumber ?? ""} is not on the claim`,
        });
      evidence.push(seq, payers.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "オンラインで届いた", en: "the certificate came online" });
    return pass(evidence, { ja: "紙の受給者証で請求できる", en: "the paper certificate pays" });
  },
  passes: ["C50"],
  bites: ["C50@broken/refuses-paper-certificate"],
});
