import { cellsOf } from "../cells.ts";
import { documentKind } from "../kind.ts";
import { PORTAL } from "../layout/colours.ts";
import { drawGrid, PAGE_GRID } from "../layout/grid.ts";
import { drawNotes, drawPageHeading } from "../layout/heading.ts";
import { A4 } from "../layout/paper.ts";
import { portalItems, portalLabels } from "../portal-items.ts";

/** The PDF of the insurance data that マイナポータル gives (requirements.md SYS-18). */
export const portalPdf = documentKind({
  id: "portal-pdf",
  title: { ja: "マイナポータル 資格情報（PDF）", en: "Myna Portal, eligibility data as PDF" },
  worth: {
    ja: "マイナンバーカードと一緒のときだけ有効。単独では無効（eligibility-rules.md §8 P4、P4'）",
    en: "valid together with the card only, never alone (eligibility-rules.md §8 P4, P4')",
  },
  paper: A4,
  labels: portalLabels,
  itemsOf: portalItems,
  draw(canvas, items) {
    const cell = cellsOf(portalLabels, items);
    const subtitle = "マイナポータルから保存した医療保険の資格情報です。";
    let yMm = drawPageHeading(
      canvas,
      { title: "医療保険の資格情報", subtitle, aside: `${items.viewedOn} 時点` },
      PORTAL,
    );
    yMm = drawGrid(
      canvas,
      { xMm: A4.marginMm, yMm, widthMm: A4.widthMm - 2 * A4.marginMm },
      [
        { cells: [cell("kana")], heightMm: 8 },
        { cells: [cell("name", 1, true)], heightMm: 13 },
        { cells: [cell("birthdate", 1.25), cell("sex")] },
        { cells: [cell("symbol", 1.25, true), cell("number", 1, true)] },
        { cells: [cell("branch", 1.25), cell("position")] },
        { cells: [cell("acquired", 1.25), cell("lost")] },
        { cells: [cell("insuredName", 1.25), cell("ratio", 1, true)] },
        { cells: [cell("insurerNumber")] },
        { cells: [cell("insurerName")], heightMm: 13 },
      ],
      PORTAL,
      PAGE_GRID,
    );
    drawNotes(canvas, yMm + 9, "ご注意", [
      "この書面だけでは受診できません。マイナンバーカードと一緒に提示してください。",
      "記載の内容は保存した時点のものです。",
    ]);
  },
});
