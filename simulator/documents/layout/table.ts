import type { Canvas } from "./canvas.ts";
import { type Accent, GREY, HAIRLINE, INK, TINT } from "./colours.ts";
import { fitText } from "./fit.ts";
import type { Flow } from "./flow.ts";

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly widthMm: number;
  readonly align?: "left" | "centre" | "right";
}

/** What stands in a cell; `below` is a second, smaller text. */
export interface TableCell {
  readonly text: string;
  readonly below?: string;
  readonly bold?: true;
  readonly colour?: string;
  /** The column's when left out. */
  readonly align?: Column["align"];
}

/** A row: cells in the order of the columns, or one text over the whole width. */
export type TableRow = readonly TableCell[] | { readonly group: string };

const SIZE_PT = 9;
const BELOW_PT = 7.5;
const LEADING_EM = 1.35;
const PAD_X_MM = 1.6;
const PAD_Y_MM = 1.5;
/** Of a head on one line, and what a second line adds. */
const HEAD_MM = 6;
const SECOND_LINE_MM = 4;
const GROUP_MM = 6;
const BELOW_GAP_MM = 0.9;

/** Draws a table that runs over pages, its head on each. A row stays whole. */
export function drawTable(flow: Flow, columns: readonly Column[], rows: readonly TableRow[], accent: Accent): void {
  const { canvas } = flow;
  const first = rows[0];
  flow.need(headMmOf(columns) + (first === undefined ? 0 : heightOf(canvas, columns, first)));
  drawHead(flow, columns, accent);
  for (const [index, row] of rows.entries()) {
    const heightMm = heightOf(canvas, columns, row);
    const next = "group" in row ? rows[index + 1] : undefined; // a group's heading stays with its first row
    const withNextMm = next === undefined ? 0 : heightOf(canvas, columns, next);
    if (flow.need(heightMm + withNextMm)) drawHead(flow, columns, accent);
    if ("group" in row) drawGroup(flow, columns, row.group);
    else drawCells(flow, columns, row);
    flow.yMm += heightMm;
    line(flow, columns, HAIRLINE, 0.15);
  }
}

function heightOf(canvas: Canvas, columns: readonly Column[], row: TableRow): number {
  if ("group" in row) return GROUP_MM;
  const heights = columns.map(({ widthMm }, index) => {
    const cell = row[index];
    if (cell === undefined) return 0;
    const room = { widthMm: widthMm - 2 * PAD_X_MM, leadingEm: LEADING_EM };
    const face = canvas.face(cell.bold);
    const text = fitText("table", face.printable(cell.text), face, { ...room, sizePt: SIZE_PT });
    if (cell.below === undefined) return text.heightMm;
    const small = canvas.face();
    const below = fitText("table", small.printable(cell.below), small, { ...room, sizePt: BELOW_PT });
    return text.heightMm + BELOW_GAP_MM + below.heightMm;
  });
  return Math.max(...heights) + 2 * PAD_Y_MM;
}

const headMmOf = (columns: readonly Column[]): number =>
  HEAD_MM + (columns.some(({ title }) => title.includes("\n")) ? SECOND_LINE_MM : 0);

function drawHead(flow: Flow, columns: readonly Column[], accent: Accent): void {
  const { canvas, yMm } = flow;
  const heightMm = headMmOf(columns);
  let xMm = canvas.paper.marginMm;
  canvas.box({ xMm, yMm, widthMm: widthOf(columns), heightMm }, { fill: accent.light });
  for (const { title, widthMm, align = "left" } of columns) {
    const box = { xMm: xMm + PAD_X_MM, yMm: yMm + 1, widthMm: widthMm - 2 * PAD_X_MM, heightMm: heightMm - 2 };
    canvas.text("head", title, box, { sizePt: 8, bold: true, align, vertical: "middle", colour: accent.strong });
    xMm += widthMm;
  }
  flow.yMm += heightMm;
  line(flow, columns, accent.strong, 0.3);
}

function drawGroup({ canvas, yMm }: Flow, columns: readonly Column[], group: string): void {
  const box = {
    xMm: canvas.paper.marginMm + PAD_X_MM,
    yMm,
    widthMm: widthOf(columns) - 2 * PAD_X_MM,
    heightMm: GROUP_MM,
  };
  canvas.box({ xMm: canvas.paper.marginMm, yMm, widthMm: widthOf(columns), heightMm: GROUP_MM }, { fill: TINT });
  canvas.text("group", group, box, { sizePt: 8.5, bold: true, vertical: "middle", colour: GREY });
}

function drawCells({ canvas, yMm }: Flow, columns: readonly Column[], row: readonly TableCell[]): void {
  let xMm = canvas.paper.marginMm;
  for (const [index, { widthMm, align: columnAlign = "left" }] of columns.entries()) {
    const cell = row[index];
    if (cell !== undefined) {
      const { text, below, bold, colour = INK } = cell;
      const { align = columnAlign } = cell;
      const box = { xMm: xMm + PAD_X_MM, yMm: yMm + PAD_Y_MM, widthMm: widthMm - 2 * PAD_X_MM };
      const look = { align, leadingEm: LEADING_EM };
      const style = { ...look, sizePt: SIZE_PT, colour, ...(bold === true ? { bold } : {}) };
      const heightMm = canvas.text("table", text, box, style);
      if (below !== undefined)
        canvas.text(
          "table",
          below,
          { ...box, yMm: box.yMm + heightMm + BELOW_GAP_MM },
          { ...look, sizePt: BELOW_PT, colour: GREY },
        );
    }
    xMm += widthMm;
  }
}

function line({ canvas, yMm }: Flow, columns: readonly Column[], colour: string, lineMm: number): void {
  const { marginMm } = canvas.paper;
  canvas.line([marginMm, yMm], [marginMm + widthOf(columns), yMm], colour, lineMm);
}

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
