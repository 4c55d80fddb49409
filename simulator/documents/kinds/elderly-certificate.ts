import { cellsOf } from "../cells.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, insuredRows } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { ELDERLY } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";
import { printedCode, printedDay } from "../words.ts";

const labels = {
  ...insuranceLabels,
  address: "住所",
  ratio: "一部負担金の割合",
  validFrom: "発効期日",
  validUntil: "有効期限",
  issued: "交付年月日",
} as const;

/** 高齢受給者証, 70 to 74 (receipt-system-interface.md §2.4 row 26). */
export const elderlyCertificate = documentKind({
  id: "elderly-certificate",
  title: { ja: "高齢受給者証", en: "elderly recipient certificate" },
  worth: {
    ja: "負担割合を示す。資格は示さない（receipt-system-interface.md §2.4）",
    en: "shows the ratio, not the eligibility (receipt-system-interface.md §2.4)",
  },
  paper: CARD,
  labels,
  itemsOf: (subject) =>
    insurancesHeld(subject).flatMap((row) => {
      if (row.elderly === undefined) return [];
      const { ratio, issued, validFrom, validUntil } = row.elderly;
      return {
        ...insuranceItems(subject.person, row),
        address: subject.person.address,
        ratio: printedCode("contributionRatio", ratio),
        validFrom: printedDay(validFrom),
        validUntil: printedDay(validUntil),
        issued: printedDay(issued),
      };
    }),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    drawCard(
      canvas,
      { title: "高齢受給者証", aside: `${items.issued} 交付` },
      [
        ...insuredRows(cell),
        { cells: [cell("address")] },
        { cells: [cell("ratio", 1, true)], heightMm: 5.6 },
        { cells: [cell("validFrom", 1.2), cell("validUntil")] },
        { cells: [cell("insurerNumber")] },
        { cells: [cell("insurerName")] },
      ],
      ELDERLY,
    );
  },
});
