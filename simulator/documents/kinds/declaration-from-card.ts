import { drawDeclaration } from "../declaration-form.ts";
import { declarationFromCard, declarationLabels } from "../declaration-items.ts";
import { documentKind } from "../kind.ts";
import { A4 } from "../layout/paper.ts";

/** The same form with what the face of the card says already filled in (requirements.md R3-20). */
export const declarationFromTheCard = documentKind({
  id: "declaration-from-card",
  title: {
    ja: "被保険者資格申立書（券面記載事項を記入済み）",
    en: "declaration of eligibility, filled in from the card",
  },
  worth: {
    ja: "残りを患者が記入する（eligibility-rules.md §8、requirements.md R3-20）",
    en: "the patient fills in the rest (eligibility-rules.md §8, requirements.md R3-20)",
  },
  paper: A4,
  labels: declarationLabels,
  itemsOf: (subject) => [declarationFromCard(subject)],
  draw: drawDeclaration,
});
