import { MisuseError } from "../../kernel/errors.ts";
import type { Typeface } from "./fonts.ts";
import { breakLines, widestWordEm } from "./line-break.ts";
import { PT_PER_MM } from "./paper.ts";

/** Room for a text, in millimetres, and how it may be set there. */
export interface Room {
  readonly widthMm: number;
  /** Left out where the text may run on. */
  readonly heightMm?: number;
  /** Size wished for. */
  readonly sizePt: number;
  /** From one base line to the next, in em. */
  readonly leadingEm: number;
}

/** A text set into its room. */
export interface SetText {
  readonly lines: readonly string[];
  readonly sizePt: number;
  readonly heightMm: number;
}

/** Each try is this much smaller than the one before. */
const STEP = 0.94;
/** Smaller is not set (ours). A name of 100 characters on a card comes down to it: read on a screen, not on paper. */
const SMALLEST_PT = 1.9;

/** A text shrinks to this share of the size wished for before it breaks, or a word in it does (ours). */
const LEAST_SHARE = 0.6;

/**
 * Sets a text in the size wished for where it fits with its words whole; else smaller, on one line before several and with whole
 * words before broken ones. Blanks and characters stay as they are. A text that does not fit in the smallest size is a
 * {@link MisuseError} for `field`, which does not repeat the text.
 */
export function fitText(field: string, text: string, face: Typeface, room: Room): SetText {
  const wished = setText(text, face, room);
  if (wished.lines.length === 1 && fits(wished, room)) return wished;
  const widthPt = room.widthMm * PT_PER_MM;
  const wordPt = widthPt / widestWordEm(text, face.widthEm);
  if (room.sizePt <= wordPt && fits(wished, room)) return wished;
  const onOneLinePt = widthPt / face.widthEm(text);
  const leastPt = room.sizePt * LEAST_SHARE;
  if (onOneLinePt >= leastPt) {
    const line = setText(text, face, { ...room, sizePt: Math.min(room.sizePt, onOneLinePt) });
    if (fits(line, room)) return line;
  }
  const sizes = sizesFrom(room.sizePt);
  for (const sizePt of [...sizes.filter((size) => size >= leastPt && size <= wordPt), ...sizes]) {
    const set = setText(text, face, { ...room, sizePt });
    if (fits(set, room)) return set;
  }
  throw new MisuseError(field, "is too long for its place on the document; shorten it");
}

function sizesFrom(largestPt: number): readonly number[] {
  const sizes: number[] = [];
  for (let sizePt = largestPt; sizePt >= SMALLEST_PT; sizePt *= STEP) sizes.push(sizePt);
  return sizes;
}

const fits = ({ heightMm }: SetText, room: Room): boolean => room.heightMm === undefined || heightMm <= room.heightMm;

function setText(text: string, face: Typeface, { widthMm, sizePt, leadingEm }: Room): SetText {
  const emMm = sizePt / PT_PER_MM;
  const lines = breakLines(text, widthMm / emMm, face.widthEm);
  return { lines, sizePt, heightMm: emMm * (1 + (lines.length - 1) * leadingEm) };
}
