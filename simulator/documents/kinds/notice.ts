import { cellsOf } from "../cells.ts";
import { insuranceItems, insuranceLabels, insurancesHeld, printedRatio } from "../coverage-of.ts";
import { documentKind } from "../kind.ts";
import { ALERT, INSURANCE } from "../layout/colours.ts";
import { drawGrid, PAGE_GRID } from "../layout/grid.ts";
import { drawNotes, drawPageHeading } from "../layout/heading.ts";
import { A4 } from "../layout/paper.ts";
import { printedDay } from "../words.ts";

const labels = {
  ...insuranceLabels,
  acquired: "資格取得年月日",
  ratio: "一部負担金の割合",
  issued: "交付年月日",
} as const;

/** 資格情報のお知らせ, which is worth nothing without the card (requirements.md SYS-17). */
export const notice = documentKind({
  id: "notice",
  title: { ja: "資格情報のお知らせ", en: "notice of eligibility data" },
  worth: {
    ja: "マイナンバーカードと一緒のときだけ有効。単独では無効（eligibility-rules.md §8 P1、P5）",
    en: "valid together with the card only, never alone (eligibility-rules.md §8 P1, P5)",
  },
  paper: A4,
  labels,
  itemsOf: (subject) =>
    insurancesHeld(subject).map((row) => ({
      ...insuranceItems(subject.person, row),
      acquired: printedDay(row.acquired),
      ratio: printedRatio(row),
      issued: printedDay(subject.on),
    })),
  draw(canvas, items) {
    const cell = cellsOf(labels, items);
    const place = { xMm: A4.marginMm, widthMm: A4.widthMm - 2 * A4.marginMm };
    const subtitle = "あなたの加入している健康保険の資格情報をお知らせします。";
    let yMm = drawPageHeading(
      canvas,
      { title: "資格情報のお知らせ", subtitle, aside: `${items.issued} 交付` },
      INSURANCE,
    );
    canvas.box({ ...place, yMm, heightMm: 15 }, { stroke: ALERT, lineMm: 0.5, radiusMm: 1.5 });
    canvas.text(
      "notice",
      "この書面だけでは受診できません。マイナンバーカードと一緒に提示してください。",
      { xMm: place.xMm + 4, yMm: yMm + 2, widthMm: place.widthMm - 8, heightMm: 11 },
      { sizePt: 11.5, bold: true, colour: ALERT, align: "centre", vertical: "middle" },
    );
    yMm = drawGrid(
      canvas,
      { ...place, yMm: yMm + 22 },
      [
        { cells: [cell("kana")], heightMm: 8 },
        { cells: [cell("name", 1, true)], heightMm: 13 },
        { cells: [cell("birthdate", 1.25), cell("sex")] },
        { cells: [cell("symbol", 1.25, true), cell("number", 1, true)] },
        { cells: [cell("branch", 1.25), cell("ratio", 1, true)] },
        { cells: [cell("acquired")] },
        { cells: [cell("insurerNumber")] },
        { cells: [cell("insurerName")], heightMm: 13 },
      ],
      INSURANCE,
      PAGE_GRID,
    );
    drawNotes(canvas, yMm + 9, "このお知らせの使い方", [
      "顔認証付きカードリーダーの故障などで資格をその場で確認できないとき、マイナンバーカードと一緒に窓口へ提示してください。",
      "記載の内容が事実と異なるときは、加入している保険者へお問い合わせください。",
    ]);
  },
});
