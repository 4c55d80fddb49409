import { cellsOf } from "../cells.ts";
import { certificateItems, certificateLabels } from "../certificate-items.ts";
import { documentKind } from "../kind.ts";
import { INSURANCE } from "../layout/colours.ts";
import { drawGrid, type GridRow, PAGE_GRID } from "../layout/grid.ts";
import { drawNotes, drawPageHeading, drawSection } from "../layout/heading.ts";
import { A4 } from "../layout/paper.ts";

/** 資格確認書 as a letter. */
export const certificateA4 = documentKind({
  id: "certificate-a4",
  title: { ja: "資格確認書（Ａ４）", en: "eligibility certificate, A4" },
  worth: {
    ja: "単独で資格を証明する（eligibility-rules.md §8 P2）",
    en: "proves eligibility alone (eligibility-rules.md §8 P2)",
  },
  paper: A4,
  labels: certificateLabels,
  itemsOf: certificateItems,
  draw(canvas, items) {
    const cell = cellsOf(certificateLabels, items);
    const place = { xMm: A4.marginMm, widthMm: A4.widthMm - 2 * A4.marginMm };
    const grid = (yMm: number, rows: readonly GridRow[]): number =>
      drawGrid(canvas, { ...place, yMm }, rows, INSURANCE, PAGE_GRID) + 8;
    const subtitle = "電子資格確認を受けることができない方に、保険者が交付する書面です。";
    let yMm = drawPageHeading(canvas, { title: "資格確認書", subtitle, aside: `${items.issued} 交付` }, INSURANCE);
    yMm = drawSection(canvas, yMm, "資格を有する方", INSURANCE);
    yMm = grid(yMm, [
      { cells: [cell("kana")], heightMm: 8 },
      { cells: [cell("name", 1, true)], heightMm: 13 },
      { cells: [cell("birthdate", 1.25), cell("sex")] },
      { cells: [cell("address")], heightMm: 15 },
      { cells: [cell("position", 1.25), cell("insuredName")] },
    ]);
    yMm = drawSection(canvas, yMm, "資格の内容", INSURANCE);
    yMm = grid(yMm, [
      { cells: [cell("symbol", 1.25, true), cell("number", 1, true)] },
      { cells: [cell("branch", 1.25), cell("ratio", 1, true)] },
      { cells: [cell("acquired", 1.25), cell("limit")] },
      { cells: [cell("validUntil", 1, true)] },
    ]);
    yMm = drawSection(canvas, yMm, "保険者", INSURANCE);
    yMm = grid(yMm, [{ cells: [cell("insurerNumber")] }, { cells: [cell("insurerName")], heightMm: 13 }]);
    drawNotes(canvas, yMm, "ご注意", [
      "受診の際は、この資格確認書を医療機関・薬局の窓口に提示してください。",
      "有効期限を過ぎた資格確認書は使用できません。資格を喪失したときは、速やかに保険者へ返してください。",
    ]);
  },
});
