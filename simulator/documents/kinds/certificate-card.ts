import { cellsOf } from "../cells.ts";
import { certificateItems, certificateLabels } from "../certificate-items.ts";
import { documentKind } from "../kind.ts";
import { INSURANCE } from "../layout/colours.ts";
import { CARD_GRID, drawGrid } from "../layout/grid.ts";
import { drawCardBand } from "../layout/heading.ts";
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
    const yMm = drawCardBand(canvas, { title: "資格確認書", aside }, INSURANCE);
    drawGrid(
      canvas,
      { xMm: CARD.marginMm, yMm, widthMm: CARD.widthMm - 2 * CARD.marginMm },
      [
        { cells: [cell("symbol"), cell("number"), cell("branch", 0.62)] },
        { cells: [cell("name", 1.2, true), cell("kana")] },
        { cells: [cell("birthdate", 1.2), cell("sex")] },
        { cells: [cell("address")] },
        { cells: [cell("acquired", 1.2), cell("ratio")] },
        { cells: [cell("insuredName", 1.2), cell("limit")] },
        { cells: [cell("validUntil", 1.2, true), cell("insurerNumber")] },
        { cells: [cell("insurerName")] },
      ],
      INSURANCE,
      CARD_GRID,
    );
  },
});
