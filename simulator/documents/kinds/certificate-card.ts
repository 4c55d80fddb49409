import { cellsOf } from "../cells.ts";
import { certificateItems, certificateLabels } from "../certificate-items.ts";
import { insuredRows } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { drawCard } from "../layout/card.ts";
import { INSURANCE } from "../layout/colours.ts";
import { CARD } from "../layout/paper.ts";

/** 資格確認書 of the size of a card. */
export const certificateCard = documentKind({
  id: "certificate-card",
  title: { ja: "資格確認書（カード型）", en: "eligibility certificate, card" },
  worth: {
    ja: "単独で資格を証明する（eligibility-rules.md §8 P2）",
    en: "proves eligibility alone (eligibility-rules.md §8 P2)",
  },
  paper: CARD,
  labels: certificateLabels,
  itemsOf: certificateItems,
  draw(canvas, items) {
    const cell = cellsOf(certificateLabels, items);
    const aside = `${items.position}\n${items.issued} 交付`;
    drawCard(
      canvas,
      { title: "資格確認書", aside },
      [
        ...insuredRows(cell),
        { cells: [cell("address")] },
        { cells: [cell("acquired", 1.2), cell("ratio")] },
        { cells: [cell("insuredName", 1.2), cell("limit")] },
        { cells: [cell("validUntil", 1.2, true), cell("insurerNumber")] },
        { cells: [cell("insurerName")] },
      ],
      INSURANCE,
    );
  },
});
