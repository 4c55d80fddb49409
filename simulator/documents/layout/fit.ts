import { MisuseError } from "../../kernel/errors.ts";
import type { Typeface } from "./fonts.ts";
import { breakLines } from "./line-break.ts";
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

/**
 * Sets a text as large as it fits, at most in the size wished for; blanks and characters stay as they are. A text that
 * does not fit in the smallest size is a {@link MisuseError} for `field`, which does not repeat the text.
 */
export function fitText(field: string, text: string, face: Typeface, room: Room): SetText {
  for (let sizePt = room.sizePt; sizePt >= SMALLEST_PT; sizePt *= STEP) {
    const set = setText(text, face, { ...room, sizePt });
    if (room.heightMm === undefined || set.heightMm <= room.heightMm) return set;
  }
  throw new MisuseError(field, "is too long for its place on the document; shorten it");
}

function setText(text: string, face: Typeface, { widthMm, sizePt, leadingEm }: Room): SetText {
  const emMm = sizePt / PT_PER_MM;
  const lines = breakLines(text, widthMm / emMm, face.widthEm);
  return { lines, sizePt, heightMm: emMm * (1 + (lines.length - 1) * leadingEm) };
}
