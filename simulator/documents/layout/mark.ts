import type { Canvas } from "./canvas.ts";
import { GREY, MARK } from "./colours.ts";
import { PT_PER_MM } from "./paper.ts";

/** Stands on every page. */
export const SIMULATION_MARK = "見本 / SIMULATION";
const FOOT = `${SIMULATION_MARK}　架空の人物のための訓練用見本。証明の効力はありません。`;

/** Share of the page's diagonal that the mark covers, and how much of it shines through. */
const MARK_DIAGONAL = 0.62;
const MARK_OPACITY = 0.11;

/** Marks the page: large across it, and a line at its foot. Over everything else, so that no tint covers it. */
export function drawMark(canvas: Canvas): void {
  const { pdf, paper, fonts } = canvas;
  const { widthMm, heightMm, marginMm, footPt } = paper;
  const diagonalMm = Math.hypot(widthMm, heightMm) * MARK_DIAGONAL;
  const sizePt = (diagonalMm * PT_PER_MM) / fonts.bold.widthEm(SIMULATION_MARK);
  const [centreX, centreY] = [(widthMm / 2) * PT_PER_MM, (heightMm / 2) * PT_PER_MM];
  const degrees = (-Math.atan2(heightMm, widthMm) * 180) / Math.PI;
  pdf.save().rotate(degrees, { origin: [centreX, centreY] });
  pdf.font("bold").fontSize(sizePt).fillColor(MARK, MARK_OPACITY);
  pdf.text(SIMULATION_MARK, centreX - (diagonalMm / 2) * PT_PER_MM, centreY + sizePt * 0.38, {
    lineBreak: false,
    baseline: "alphabetic",
  });
  pdf.restore().fillOpacity(1);
  const heightOfFootMm = footPt / PT_PER_MM;
  const foot = { xMm: marginMm, yMm: heightMm - marginMm * 0.55 - heightOfFootMm / 2, widthMm: widthMm - 2 * marginMm };
  canvas.text("mark", FOOT, { ...foot, heightMm: heightOfFootMm }, { sizePt: footPt, colour: GREY, align: "centre" });
}
