import type { Canvas } from "./canvas.ts";
import { type Accent, GREY, HAIRLINE, INK, WHITE } from "./colours.ts";
import { PT_PER_MM } from "./paper.ts";

/** Head of an A4 page. */
export interface PageHeading {
  readonly title: string;
  /** Below the title, smaller. */
  readonly subtitle?: string;
  /** At the right, such as the day of issue. */
  readonly aside?: string;
}

/** Draws the head of an A4 page and returns where the rest may begin. */
export function drawPageHeading(canvas: Canvas, { title, subtitle, aside }: PageHeading, accent: Accent): number {
  const { marginMm, widthMm } = canvas.paper;
  const innerMm = widthMm - 2 * marginMm;
  canvas.box({ xMm: 0, yMm: 0, widthMm, heightMm: 5 }, { fill: accent.strong });
  const yMm = marginMm + 1;
  canvas.text("title", title, { xMm: marginMm, yMm, widthMm: innerMm * 0.7, heightMm: 9 }, { sizePt: 21, bold: true });
  if (aside !== undefined)
    canvas.text(
      "aside",
      aside,
      { xMm: marginMm + innerMm * 0.6, yMm: yMm + 3, widthMm: innerMm * 0.4, heightMm: 6 },
      { sizePt: 9.5, align: "right", vertical: "middle" },
    );
  const ruleMm = yMm + 11.5;
  canvas.line([marginMm, ruleMm], [widthMm - marginMm, ruleMm], accent.strong, 0.6);
  if (subtitle === undefined) return ruleMm + 6;
  const heightMm = canvas.text(
    "subtitle",
    subtitle,
    { xMm: marginMm, yMm: ruleMm + 3.5, widthMm: innerMm },
    { sizePt: 9, colour: GREY },
  );
  return ruleMm + 3.5 + heightMm + 5;
}

/** Draws a heading within a page and returns where the rest may begin. */
export function drawSection(canvas: Canvas, yMm: number, title: string, accent: Accent): number {
  const { marginMm, widthMm } = canvas.paper;
  canvas.box({ xMm: marginMm, yMm, widthMm: 1.4, heightMm: 5 }, { fill: accent.strong });
  canvas.text(
    "section",
    title,
    { xMm: marginMm + 3.4, yMm, widthMm: widthMm - 2 * marginMm - 4, heightMm: 5 },
    { sizePt: 11.5, bold: true, vertical: "middle", colour: INK },
  );
  return yMm + 7.5;
}

/** Height of the band at the top of a card, mm. */
const BAND_MM = 9;
/** Share of the band that the title may take; it shrinks before it breaks. */
const TITLE_SHARE = 0.64;

/** Draws the coloured band of a card and returns where the rest may begin. */
export function drawCardBand(
  canvas: Canvas,
  { title, aside }: { readonly title: string; readonly aside: string },
  accent: Accent,
): number {
  const { marginMm, widthMm } = canvas.paper;
  const innerMm = widthMm - 2 * marginMm;
  canvas.box({ xMm: 0, yMm: 0, widthMm, heightMm: BAND_MM }, { fill: accent.strong });
  const titleMm = innerMm * TITLE_SHARE;
  const onOneLinePt = (titleMm * PT_PER_MM) / canvas.fonts.bold.widthEm(title);
  canvas.text(
    "title",
    title,
    { xMm: marginMm, yMm: 0.8, widthMm: titleMm, heightMm: BAND_MM - 1.6 },
    { sizePt: Math.max(7, Math.min(10, onOneLinePt)), bold: true, colour: WHITE, vertical: "middle", leadingEm: 1.15 },
  );
  canvas.text(
    "aside",
    aside,
    { xMm: marginMm + titleMm, yMm: 0.8, widthMm: innerMm - titleMm, heightMm: BAND_MM - 1.6 },
    { sizePt: 5.2, colour: WHITE, align: "right", vertical: "middle", leadingEm: 1.35 },
  );
  return BAND_MM + 1;
}

/** Draws notes in a framed box and returns where it ends; a paragraph each, with a bullet. */
export function drawNotes(canvas: Canvas, yMm: number, title: string, notes: readonly string[]): number {
  const { marginMm, widthMm } = canvas.paper;
  const innerMm = widthMm - 2 * marginMm;
  const padMm = 4;
  let atMm = yMm + padMm;
  canvas.text(
    "notes",
    title,
    { xMm: marginMm + padMm, yMm: atMm, widthMm: innerMm - 2 * padMm },
    { sizePt: 9.5, bold: true },
  );
  atMm += 6;
  for (const note of notes) {
    canvas.text("notes", "・", { xMm: marginMm + padMm, yMm: atMm, widthMm: 4 }, { sizePt: 9 });
    const room = { xMm: marginMm + padMm + 4, yMm: atMm, widthMm: innerMm - 2 * padMm - 4 };
    atMm += canvas.text("notes", note, room, { sizePt: 9, leadingEm: 1.55 }) + 2.2;
  }
  const endMm = atMm + padMm - 2.2;
  canvas.box(
    { xMm: marginMm, yMm, widthMm: innerMm, heightMm: endMm - yMm },
    { stroke: HAIRLINE, lineMm: 0.3, radiusMm: 1.5 },
  );
  return endMm;
}
