import { cellsOf } from "../cells.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, insuredRows } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { LIMIT } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";
import { printedCode, printedDay } from "../words.ts";

const labels = {
  ...insuranceLabels,
  certificate: "認定証",
  address: "住所",
  limit: "適用区分",
  validFrom: "発効年月日",
  validUntil: "有効期限",
  issued: "交付年月日",
} as const;

/** 限度額適用認定証 and its kinds with meals (receipt-system-interface.md §2.4 row 29). */
export const limitCertificate = documentKind({
  id: "limit-certificate",
  title: { ja: "限度額適用認定証", en: "limit certificate" },
  worth: {
    ja: "窓口負担の上限を示す。資格は示さない（eligibility-rules.md §4.2、§4.4）",
    en: "shows the cap of the own payment, not the eligibility (eligibility-rules.md §4.2, §4.4)",
  },
  paper: CARD,
  labels,
  itemsOf: (subject) =>
    insurancesHeld(subject).flatMap((row) => {
      if (row.limit === undefined) return [];
      const { classification, flag, issued, validFrom, validUntil } = row.limit;
      return {
        ...insuranceItems(subject.person, row),
        certificate: printedCode("011", classification),
        address: subject.person.address,
        limit: printedCode("012", flag),
        validFrom: printedDay(validFrom),
        validUntil: printedDay(validUntil),
        issued: printedDay(issued),
      };
    }),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const aside = items.issued === "" ? "" : `${items.issued} 交付`;
    drawCard(
      canvas,
      { title: items.certificate, aside },
      [
        ...insuredRows(cell),
        { cells: [cell("address")] },
        { cells: [cell("limit", 1, true)], heightMm: 5.6 },
        { cells: [cell("validFrom", 1.2), cell("validUntil")] },
        { cells: [cell("insurerNumber")] },
        { cells: [cell("insurerName")] },
      ],
      LIMIT,
    );
  },
});
