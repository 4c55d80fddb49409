import { create, type Font } from "fontkit";
import { ensure } from "../../kernel/errors.ts";

/** The two weights of the font of all documents, as the bytes of their TTF files. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** One weight, ready to measure with and to embed. */
export interface Typeface {
  /** The bytes of the TTF. */
  readonly file: Uint8Array;
  /** The same, parsed. */
  readonly font: Font;
  /** Width of a text in em. */
  widthEm(text: string): number;
  /** The text as it can be printed: what the font lacks becomes ●, a variation selector takes no room. */
  printable(text: string): string;
}

/** The font of all documents: make it once, hand it to every rendering. */
export interface DocumentFonts {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

/** What stands for a character the font lacks, as in the field for 外字 (receipt-system-interface.md §6.2). */
const REPLACEMENT = "●";
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Reads the font files; glyphs are parsed as they are asked for. A file that is no single TTF is a defect. */
export function documentFonts({ regular, bold }: FontFiles): DocumentFonts {
  return { regular: typeface(regular), bold: typeface(bold) };
}

function typeface(file: Uint8Array): Typeface {
  const font = create(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  ensure(font.type === "TTF", `the documents' font is a TTF, not ${font.type}`);
  const widths = new Map<string, number>();
  const widthOf = (character: string): number => {
    let width = widths.get(character);
    if (width === undefined) {
      width = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
      widths.set(character, width);
    }
    return width;
  };
  return {
    file,
    font,
    widthEm: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0),
    printable: (text) =>
      Array.from(text.replace(VARIATION_SELECTORS, ""), (character) =>
        character === "\n" || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : REPLACEMENT,
      ).join(""),
  };
}
