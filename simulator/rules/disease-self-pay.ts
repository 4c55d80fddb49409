import { type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { isDialysisWithHighIncome, MONTHLY_LIMIT_HIGH_INCOME_YEN, MONTHLY_LIMIT_YEN } from "../population/benefits.ts";
import type { DiseaseCertificate } from "../population/eligibility.ts";
import { elderlyFrom } from "../population/life-stage.ts";
import type { LimitFlag } from "../population/limit-class.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** A 特定疾病療養受療証 and whose it is. */
export interface DiseaseCase {
  readonly category: DiseaseCertificate["category"];
  readonly birthdate: CivilDate;
  readonly on: CivilDate;
  readonly flag?: LimitFlag;
}

const person = (category: DiseaseCase["category"], flag: LimitFlag, on = "2026-02-10"): DiseaseCase => ({
  category,
  birthdate: civilDate("1956-02-10"),
  on: civilDate(on),
  flag,
});
const row = rowsOf<DiseaseCase, string>();

/** What a patient with a specific disease pays at most in a month, in yen as on the wire (eligibility-rules.md §4.5). */
export const diseaseSelfPay = decisionTable({
  id: "disease-self-pay",
  title: { ja: "特定疾病の自己負担限度額", en: "the monthly limit of a specific disease" },
  source: "eligibility-rules.md §4.5 (general knowledge)",
  requires: ["R1-11"],
  rows: [
    row({
      id: "4.5/dialysis-high-income",
      condition: { ja: "人工透析、70歳未満、区分ア・イ", en: "dialysis, under 70, class a or i" },
      outcome: { ja: "月額20,000円", en: "20,000 yen a month" },
      confidence: "M",
      matches: ({ category, birthdate, on, flag }) =>
        isDialysisWithHighIncome(category, flag) && on < elderlyFrom(birthdate),
      result: () => MONTHLY_LIMIT_HIGH_INCOME_YEN,
      vectors: [
        { title: "class a", given: person("1", "A01"), gives: "20000" },
        {
          title: "class i, the last day before the elderly rules",
          given: person("1", "A02", "2026-02-28"),
          gives: "20000",
        },
      ],
    }),
    row({
      id: "4.5/self-pay",
      condition: { ja: "その他", en: "everybody else" },
      outcome: { ja: "月額10,000円", en: "10,000 yen a month" },
      confidence: "M",
      matches: () => true,
      result: () => MONTHLY_LIMIT_YEN,
      vectors: [
        { title: "class u", given: person("1", "A03"), gives: "10000" },
        { title: "clotting factor with class a", given: person("2", "A01"), gives: "10000" },
        { title: "the first day of the elderly rules", given: person("1", "A02", "2026-03-01"), gives: "10000" },
      ],
    }),
  ],
});
