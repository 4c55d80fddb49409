import { ensure, MisuseError } from "../../simulator/kernel/errors.ts";
import { type CardFont, type Glyph, loadCardFont } from "./card-font.ts";
import { type OneBitImage, oneBitPng } from "./one-bit-png.ts";

/** How a text is set. All of it is our choice where the card's own measures are not public. */
export interface Lettering {
  /** Width and height of a full-width character; half-width ones are half as wide. Even. */
  readonly emPx: number;
  /** From one base line to the next; each line is as high. */
  readonly lineHeightPx: number;
  /** What does not fit into a line stands in the next; the text breaks after any character. */
  readonly lineWidthPx: number;
  readonly maxLines: number;
}

/** A text as a picture. */
export interface PrintedText extends OneBitImage {
  /** 1 bit a pixel, greyscale; as wide as the widest line, as high as the lines. */
  readonly png: Uint8Array;
  /** Characters that were not drawn as they are, as `U+20BB7`, each once. */
  readonly replaced: readonly string[];
}

/** What stands for a character the font lacks, as in the field for 外字 (receipt-system-interface.md §6.2). */
const REPLACEMENT = "●";
/** The base line lies this share of the em below its top: 21 of 24 px, and 10.5 of 12 px, where digits come out even. */
const BASE_LINE_EM = 0.875;
/** A pixel that the outline covers by half is ink. */
const INK_BELOW_LUMA = 128;

/** A glyph and where its base line begins. */
interface Placed {
  readonly glyph: Glyph;
  readonly leftPx: number;
  readonly line: number;
}

/**
 * Prints a text from left to right in the card's font. A character the font lacks becomes ●; a variation selector takes
 * no room, and the character before it has its common form. An empty text is one empty character. A text that needs
 * more lines than there may be is a MisuseError for `field`, which does not repeat the text.
 */
export async function printText(field: string, text: string, lettering: Lettering): Promise<PrintedText> {
  const font = await loadCardFont();
  const replaced = new Set<string>();
  const placed = place(field, glyphsOf(text, font, replaced), font.unitsPerEm, lettering);
  const image = await raster(placed, font.unitsPerEm, lettering);
  return { ...image, png: oneBitPng(image), replaced: [...replaced] };
}

function* glyphsOf(text: string, font: CardFont, replaced: Set<string>): Generator<Glyph> {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const own = font.glyph(codePoint);
    if (own === undefined) replaced.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`);
    if (own === undefined && isVariationSelector(codePoint)) continue;
    const glyph = own ?? font.glyph(REPLACEMENT.codePointAt(0) ?? 0);
    ensure(glyph !== undefined, "the card's font has the replacement character");
    yield glyph;
  }
}

/** VS1 to VS16, and VS17 to VS256, which choose the form of a kanji (Unicode, Standardized Variation Sequences, IVD). */
function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}

function place(field: string, glyphs: Iterable<Glyph>, unitsPerEm: number, lettering: Lettering): readonly Placed[] {
  const { emPx, lineWidthPx, maxLines } = lettering;
  const placed: Placed[] = [];
  let leftPx = 0;
  let line = 0;
  for (const glyph of glyphs) {
    const advancePx = advanceInPx(glyph, unitsPerEm, emPx);
    if (leftPx + advancePx > lineWidthPx) {
      leftPx = 0;
      line++;
    }
    if (line === maxLines) {
      const cells = (lineWidthPx / emPx) * maxLines;
      throw new MisuseError(field, `the picture on the card has room for ${cells} full-width characters; shorten it`);
    }
    placed.push({ glyph, leftPx, line });
    leftPx += advancePx;
  }
  return placed;
}

function advanceInPx({ advance }: Glyph, unitsPerEm: number, emPx: number): number {
  return (advance * emPx) / unitsPerEm;
}

async function raster(placed: readonly Placed[], unitsPerEm: number, lettering: Lettering): Promise<OneBitImage> {
  const { emPx, lineHeightPx } = lettering;
  const ends = placed.map(({ glyph, leftPx }) => leftPx + advanceInPx(glyph, unitsPerEm, emPx));
  const widthPx = Math.max(emPx, ...ends);
  const heightPx = lineHeightPx * (1 + (placed.at(-1)?.line ?? 0));
  const scale = emPx / unitsPerEm;
  const firstBaseLinePx = (lineHeightPx - emPx) / 2 + BASE_LINE_EM * emPx;
  const paths = placed.map(({ glyph, leftPx, line }) => {
    const matrix = [scale, 0, 0, -scale, leftPx, firstBaseLinePx + line * lineHeightPx];
    return `<path transform="matrix(${matrix.join(" ")})" d="${glyph.outline}"/>`;
  });
  const paper = `<rect width="100%" height="100%" fill="white"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${paper}${paths.join("")}</svg>`;
  const { default: sharp } = await import("sharp");
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  ensure(info.channels === 1 && info.width === widthPx && info.height === heightPx, "the text was drawn as it was set");
  return { widthPx, heightPx, ink: Uint8Array.from(data, (luma) => (luma < INK_BELOW_LUMA ? 1 : 0)) };
}
