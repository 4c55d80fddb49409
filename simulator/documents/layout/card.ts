import type { Canvas } from "./canvas.ts";
import type { Accent } from "./colours.ts";
import { CARD_GRID, drawGrid, type GridRow } from "./grid.ts";
import { drawCardBand } from "./heading.ts";

/** Draws a card whole: the coloured band with its title, and the rows below. */
export function drawCard(
  canvas: Canvas,
  heading: { readonly title: string; readonly aside: string },
  rows: readonly GridRow[],
  accent: Accent,
): void {
  const yMm = drawCardBand(canvas, heading, accent);
  const { marginMm, widthMm } = canvas.paper;
  drawGrid(canvas, { xMm: marginMm, yMm, widthMm: widthMm - 2 * marginMm }, rows, accent, CARD_GRID);
}
