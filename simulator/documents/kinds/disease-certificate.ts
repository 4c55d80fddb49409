import { cellsOf } from "../cells.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, insuredRows } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { LIMIT } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";
import { printedCode, printedDay, printedYen } from "../words.ts";

const labels = {
  ...insuranceLabels,
  disease: "認定疾病名",
  selfPay: "自己負担限度額",
  validFrom: "発効期日",
  validUntil: "有効期限",
  issued: "交付年月日",
} as const;

/** 特定疾病療養受療証, one for each disease (eligibility-rules.md §4.5). */
export const diseaseCertificate = documentKind({
  id: "disease-certificate",
  title: { ja: "特定疾病療養受療証", en: "specific disease certificate" },
  worth: {
    ja: "特定疾病の自己負担限度額を示す。資格は示さない（eligibility-rules.md §4.5）",
    en: "shows the cap for a specific disease, not the eligibility (eligibility-rules.md §4.5)",
  },
  paper: CARD,
  labels,
  itemsOf: (subject) =>
    insurancesHeld(subject).flatMap((row) =>
      (row.diseases ?? []).map(({ category, selfPay, issued, validFrom, validUntil }) => ({
        ...insuranceItems(subject.person, row),
        disease: printedCode("013", category),
        selfPay: selfPay === undefined ? "" : `月額 ${printedYen(selfPay)}`,
        validFrom: printedDay(validFrom),
        validUntil: printedDay(validUntil),
        issued: printedDay(issued),
      })),
    ),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const aside = items.issued === "" ? "" : `${items.issued} 交付`;
    drawCard(
      canvas,
      { title: "特定疾病療養受療証", aside },
      [
        { cells: [cell("disease", 1, true)], heightMm: 5.6 },
        ...insuredRows(cell),
        { cells: [cell("selfPay", 1, true)] },
        { cells: [cell("validFrom", 1.2), cell("validUntil")] },
        { cells: [cell("insurerNumber")] },
        { cells: [cell("insurerName")] },
      ],
      LIMIT,
    );
  },
});
