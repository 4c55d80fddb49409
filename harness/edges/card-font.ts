import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Font } from "fontkit";
import { ensure } from "../../simulator/kernel/errors.ts";

/** One character as the font draws it. */
export interface Glyph {
  /** SVG path data, in units of the font: the left end of the base line is 0 0, y grows upwards. */
  readonly outline: string;
  /** How far the next character is away, in units of the font: all of the em, or half of it for half-width ones. */
  readonly advance: number;
}

/** The font of the card's pictures: BIZ UDGothic (docs/decisions/0010-the-printed-text-and-its-font.md). */
export interface CardFont {
  /** Units of the font to one em, which is the width of a full-width character. */
  readonly unitsPerEm: number;
  /** The glyph of a code point; undefined for what the font has none for: most emoji, controls, lone surrogates. */
  glyph(codePoint: number): Glyph | undefined;
}

let loading: Promise<CardFont> | undefined;

/** Reads the font (4.5 MB) at the first call and keeps it; glyphs are parsed as they are asked for. */
export function loadCardFont(): Promise<CardFont> {
  loading ??= load();
  return loading;
}

async function load(): Promise<CardFont> {
  const { create } = await import("fontkit"); // loaded here: a run without cards' pictures need not pay for it
  const require = createRequire(import.meta.url); // finds the npm package; no font of the machine is looked at
  const file = require.resolve("@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf");
  const font = create(await readFile(file));
  ensure(font.type === "TTF", `the card's font is a TTF, not ${font.type}`);
  return cardFont(font);
}

function cardFont(font: Font): CardFont {
  return {
    unitsPerEm: font.unitsPerEm,
    glyph(codePoint) {
      if (!font.hasGlyphForCodePoint(codePoint)) return undefined;
      const glyph = font.glyphForCodePoint(codePoint);
      return { outline: glyph.path.toSVG(), advance: glyph.advanceWidth };
    },
  };
}
