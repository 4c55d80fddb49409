import { check, fail, inconc, pass } from "../../check.ts";
import { answersFor, notTold, personIn, stepsOf, toldAtEach } from "../reading.ts";

/** Limit class and specific diseases are shown as the answer of the visit has them: nothing older, nothing missing. */
export const benefitsAsAnswered = check({
  id: "consent/benefits-as-answered",
  title: { ja: "限度額・特定疾病の表示", en: "limit class and diseases as answered" },
  expected: {
    ja: "その来院の回答にある適用区分と特定疾病をすべて（順は問わない）示し、回答にないものは以前の値でも示さない",
    en: "shows the limit class and every disease of the visit's answer, in any order, and nothing kept from before",
  },
  clause: "eligibility-rules.md §4.5, §5; receipt-system-interface.md SEQ-03; requirements.md C22, C23",
  requires: ["R1-26", "SYS-30", "SYS-32", "X-09"],
  next: {
    ja: "同意フラグが0の回答では以前の限度額・特定疾病を使わず、リストは全件を取り込んでください",
    en: "do not reuse older limit or disease data when the flag is 0, and import every entry of the list",
  },
  judge(trace) {
    const evidence: number[] = [];
    const { told, silent } = toldAtEach(trace, stepsOf(trace, "show-benefits"), "benefits");
    for (const { act } of told) {
      const { seq, message } = act;
      const answer = answersFor(trace, message.visit).findLast((one) => one.seq < seq);
      if (answer === undefined) continue;
      const { limit = "", diseases } = benefitsIn(personIn(answer));
      const shown = message.diseases.map(({ category, selfPayYen }) => `${category}/${selfPayYen ?? ""}`);
      if ((message.limit ?? "") !== limit || shown.toSorted().join() !== diseases.toSorted().join())
        return fail([answer.seq, seq], {
          ja: "回答と違う適用区分・特定疾病を表示した",
          en: "another limit class or other diseases were shown than answered",
        });
      evidence.push(answer.seq, seq);
    }
    if (evidence.length === 0) return inconc({ ja: "回答か表示操作がなかった", en: "no answer, or nobody looked" });
    if (silent.length > 0) return notTold(silent);
    return pass(evidence, { ja: "回答のとおりに表示した", en: "shown as answered" });
  },
  passes: ["C22", "C23"],
  bites: ["C22@broken/keeps-old-benefits", "C23@broken/first-disease-only"],
});

type Row = NonNullable<ReturnType<typeof personIn>>;

function benefitsIn(row: Row | undefined): { readonly limit?: string; readonly diseases: readonly string[] } {
  const limit = row?.LimitApplicationCertificateRelatedInfo?.LimitApplicationCertificateClassificationFlag;
  const diseases = row?.SpecificDiseasesCertificateList?.SpecificDiseasesCertificateInfo ?? [];
  return {
    ...(limit === undefined ? {} : { limit }),
    diseases: diseases.map((one) => `${one.SpecificDiseasesDiseaseCategory}/${one.SpecificDiseasesSelfPay ?? ""}`),
  };
}
