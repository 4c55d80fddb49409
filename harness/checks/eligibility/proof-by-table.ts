import { fallbackProof } from "../../../simulator/rules/fallback-proof.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** What stands in for an online answer is what the table says, cell by cell. */
export const proofByTable = check({
  id: "eligibility/proof-by-table",
  title: { ja: "代替書類の判定", en: "proofs by the table" },
  expected: {
    ja: "場面と書類の組合せごとに、表どおりに扱う（PDFのみ・お知らせのみでは確認できない）",
    en: "handles each proof in each situation as the table says; a PDF or a notice alone proves nothing",
  },
  clause: "eligibility-rules.md §8; requirements.md R3-18, R3-44, R3-54",
  requires: ["R3-18", "R3-20", "R3-37", "R3-44", "R3-54"],
  next: {
    ja: "示された組合せの扱いを表に合わせてください",
    en: "bring the shown combination in line with the table",
  },
  judge(trace) {
    const shown = stepsOf(trace, "show-proof");
    if (shown.length === 0) return inconc({ ja: "代替書類の提示がなかった", en: "no proof was shown" });
    const evidence: number[] = [];
    for (const { seq, message } of shown) {
      const { visit, situation, shown: proof, medicalAid = false } = message;
      if (situation === undefined || proof === undefined) continue;
      const wanted = fallbackProof.decide({ situation, proof, medicalAid }).result;
      const judged = actsOf(trace, "proof-judged").find(
        (act) => act.seq > seq && act.message.visit === visit && act.message.proof === proof,
      );
      if (judged?.message.ruling !== wanted) {
        return fail(judged === undefined ? [seq] : [seq, judged.seq], {
          ja: `来院${visit ?? ""}: ${situation}・${proof} は ${wanted}`,
          en: `visit ${visit ?? ""}: ${proof} in ${situation} is ${wanted}`,
        });
      }
      evidence.push(seq, judged.seq);
    }
    return pass(evidence, { ja: "表どおりに扱った", en: "every proof as the table says" });
  },
  passes: ["C62", "C63", "C65"],
  bites: ["C62@broken/accepts-pdf-alone"],
});
