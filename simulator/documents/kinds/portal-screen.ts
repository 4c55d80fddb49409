import { documentKind } from "../kind.ts";
import { GREY, HAIRLINE, PORTAL, TINT, WHITE } from "../layout/colours.ts";
import { PHONE } from "../layout/paper.ts";
import { portalItems, portalLabels } from "../portal-items.ts";

/** Rows of the list, two items beside each other where they are short. */
const ROWS = [
  ["name"],
  ["birthdate", "sex"],
  ["symbol", "number"],
  ["branch", "position"],
  ["acquired", "lost"],
  ["ratio", "insuredName"],
  ["insurerNumber"],
  ["insurerName"],
] as const;
const ROW_MM = 12.6;
const BAR_MM = 13;
/** Share of the first of two items in a row. */
const FIRST_SHARE = 0.54;

/** The screen of マイナポータル with the insurance data, on a phone (requirements.md SYS-18). */
export const portalScreen = documentKind({
  id: "portal-screen",
  title: { ja: "マイナポータル 健康保険証情報の画面", en: "Myna Portal, screen of the insurance data" },
  worth: {
    ja: "その場で本人が表示した画面なら有効（eligibility-rules.md §8 P3）",
    en: "valid as a live screen shown by the person (eligibility-rules.md §8 P3)",
  },
  paper: PHONE,
  labels: portalLabels,
  itemsOf: portalItems,
  draw(canvas, items) {
    const { widthMm, heightMm, marginMm } = PHONE;
    const innerMm = widthMm - 2 * marginMm;
    canvas.box({ xMm: 0, yMm: 0, widthMm, heightMm }, { fill: TINT });
    canvas.box({ xMm: 0, yMm: 0, widthMm, heightMm: BAR_MM }, { fill: PORTAL.strong });
    canvas.text(
      "title",
      "＜　健康保険証情報",
      { xMm: marginMm, yMm: 0, widthMm: innerMm, heightMm: BAR_MM },
      { sizePt: 11, bold: true, colour: WHITE, vertical: "middle" },
    );
    canvas.text(
      "viewedOn",
      `${items.viewedOn} 現在の情報`,
      { xMm: marginMm, yMm: BAR_MM + 4, widthMm: innerMm, heightMm: 4 },
      { sizePt: 7.5, colour: GREY },
    );
    const top = BAR_MM + 11;
    const card = { xMm: marginMm, yMm: top, widthMm: innerMm, heightMm: ROWS.length * ROW_MM + 4 };
    canvas.box(card, { fill: WHITE, stroke: HAIRLINE, radiusMm: 2.5 });
    for (const [index, keys] of ROWS.entries()) {
      const yMm = top + 2 + index * ROW_MM;
      if (index > 0) canvas.line([marginMm + 3, yMm], [marginMm + innerMm - 3, yMm], HAIRLINE, 0.15);
      const firstMm = keys.length === 1 ? innerMm - 8 : (innerMm - 8) * FIRST_SHARE;
      for (const [column, key] of keys.entries()) {
        const at =
          column === 0
            ? { xMm: marginMm + 4, widthMm: firstMm - 2 }
            : { xMm: marginMm + 4 + firstMm, widthMm: innerMm - 8 - firstMm };
        const label = key === "name" ? `氏名（${items.kana}）` : portalLabels[key];
        canvas.text(key, label, { ...at, yMm: yMm + 1.8, heightMm: 2.6 }, { sizePt: 6.5, colour: GREY });
        canvas.text(
          key,
          items[key] === "" ? "－" : items[key],
          { ...at, yMm: yMm + 4.9, heightMm: 6.4 },
          { sizePt: key === "name" ? 11.5 : 9.5, bold: true, vertical: "middle", leadingEm: 1.2 },
        );
      }
    }
  },
});
