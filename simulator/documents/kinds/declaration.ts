import { drawDeclaration } from "../declaration-form.ts";
import { declarationLabels, emptyDeclaration } from "../declaration-items.ts";
import { documentKind } from "../kind.ts";
import { A4 } from "../layout/paper.ts";

/** 被保険者資格申立書 to fill in, on screen or by hand (requirements.md SYS-19). */
export const declaration = documentKind({
  id: "declaration",
  title: { ja: "被保険者資格申立書", en: "declaration of eligibility, to fill in" },
  worth: {
    ja: "ほかに資格を確認する方法がないとき（eligibility-rules.md §8）",
    en: "where nothing else proves eligibility (eligibility-rules.md §8)",
  },
  paper: A4,
  labels: declarationLabels,
  itemsOf: () => [emptyDeclaration()],
  draw: drawDeclaration,
});
