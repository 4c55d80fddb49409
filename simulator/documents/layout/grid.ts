import type { Canvas } from "./canvas.ts";
import { type Accent, GREY, HAIRLINE, INK } from "./colours.ts";
import { PT_PER_MM } from "./paper.ts";

/** A label and its value. */
export interface GridCell {
  /** Key of the item, for errors. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  /** Share of the row's width; 1 when left out. */
  readonly share?: number;
  readonly bold?: true;
}

/** A row of cells. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Of this row alone; the style's when left out. */
  readonly heightMm?: number;
}

/** Measures of a grid. */
export interface GridStyle {
  readonly rowMm: number;
  readonly labelMm: number;
  readonly labelPt: number;
  readonly valuePt: number;
  readonly padMm: number;
  /** Ruled: a frame, labels on a tint. Else hairlines between rows alone. */
  readonly ruled: boolean;
}

/** For A4. */
export const PAGE_GRID: GridStyle = { rowMm: 10.5, labelMm: 33, labelPt: 8.5, valuePt: 11, padMm: 2.2, ruled: true };
/** For a card: six rows and a heading in 54 mm. */
export const CARD_GRID: GridStyle = { rowMm: 4.9, labelMm: 12.5, labelPt: 4.4, valuePt: 6.6, padMm: 0.6, ruled: false };

/** Draws rows of labels and values, and returns where they end. */
export function drawGrid(
  canvas: Canvas,
  place: { readonly xMm: number; readonly yMm: number; readonly widthMm: number },
  rows: readonly GridRow[],
  accent: Accent,
  style: GridStyle,
): number {
  const { xMm, widthMm } = place;
  let yMm = place.yMm;
  for (const [index, row] of rows.entries()) {
    const heightMm = row.heightMm ?? style.rowMm;
    const shares = row.cells.reduce((sum, { share = 1 }) => sum + share, 0);
    let leftMm = xMm;
    for (const cell of row.cells) {
      const cellMm = (widthMm * (cell.share ?? 1)) / shares;
      drawCell(canvas, cell, { xMm: leftMm, yMm, widthMm: cellMm, heightMm }, accent, style);
      if (style.ruled && leftMm > xMm) canvas.line([leftMm, yMm], [leftMm, yMm + heightMm], HAIRLINE);
      leftMm += cellMm;
    }
    if (index > 0) canvas.line([xMm, yMm], [xMm + widthMm, yMm], HAIRLINE, style.ruled ? 0.2 : 0.1);
    yMm += heightMm;
  }
  if (style.ruled)
    canvas.box({ xMm, yMm: place.yMm, widthMm, heightMm: yMm - place.yMm }, { stroke: accent.strong, lineMm: 0.35 });
  return yMm;
}

function drawCell(
  canvas: Canvas,
  { field, label, value, bold }: GridCell,
  { xMm, yMm, widthMm, heightMm }: { xMm: number; yMm: number; widthMm: number; heightMm: number },
  accent: Accent,
  { labelMm, labelPt, valuePt, padMm, ruled }: GridStyle,
): void {
  if (ruled) canvas.box({ xMm, yMm, widthMm: labelMm, heightMm }, { fill: accent.light });
  const airMm = 0.75 * padMm; // two lines stay clear of the rules
  const inner = { yMm: yMm + airMm, heightMm: heightMm - 2 * airMm };
  const lineMm = labelPt / PT_PER_MM; // as high as one line: a label shrinks and never breaks
  canvas.text(
    field,
    label,
    { xMm: xMm + padMm, yMm: yMm + (heightMm - lineMm) / 2, widthMm: labelMm - 2 * padMm, heightMm: lineMm },
    { sizePt: labelPt, colour: ruled ? INK : GREY, vertical: "middle" },
  );
  canvas.text(
    field,
    value,
    { ...inner, xMm: xMm + labelMm + padMm, widthMm: widthMm - labelMm - 2 * padMm },
    { sizePt: valuePt, vertical: "middle", leadingEm: 1.25, ...(bold === true ? { bold } : {}) },
  );
}
