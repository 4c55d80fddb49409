import { zlibSync } from "fflate";
import type { Typeface } from "./fonts.ts";

/** What the embedding of a whole font needs, worked out once. */
export interface WholeFont {
  /** The TTF, compressed. */
  readonly program: Buffer;
  /** Widths that are not an em, thousandths, as a PDF lists them: glyph number, then an array of one. */
  readonly widths: readonly (number | readonly [number])[];
  /** From glyph numbers to characters: a CMap, compressed. */
  readonly toUnicode: Buffer;
}

/** Widths of a PDF are thousandths of an em. */
export const THOUSAND = 1000;
/** Entries of one block of a CMap at most (Adobe Technical Note 5014). */
const BLOCK = 100;

const worked = new WeakMap<Typeface, WholeFont>();

/** A font for embedding whole; compressed by a library whose output is the same on every processor. */
export function wholeFontOf(face: Typeface): WholeFont {
  let whole = worked.get(face);
  if (whole === undefined) {
    whole = work(face);
    worked.set(face, whole);
  }
  return whole;
}

/** A glyph number as a PDF's string has it: four hexadecimal digits. */
export const hex = (number: number): string => number.toString(16).padStart(4, "0");

function work({ file, font }: Typeface): WholeFont {
  const glyphs = glyphsOf(font);
  return {
    program: Buffer.from(zlibSync(file)),
    widths: [...glyphs].flatMap(([glyph, { advance }]) => {
      const width = (advance * THOUSAND) / font.unitsPerEm;
      return width === THOUSAND ? [] : [glyph, [width] as const];
    }),
    toUnicode: Buffer.from(zlibSync(Buffer.from(toUnicode(glyphs)))),
  };
}

interface MappedGlyph {
  readonly codePoint: number;
  readonly advance: number;
}

/** Glyphs by number, each with the lowest character it stands for. */
function glyphsOf(font: Typeface["font"]): ReadonlyMap<number, MappedGlyph> {
  const glyphs = new Map<number, MappedGlyph>();
  for (const codePoint of font.characterSet.toSorted((a, b) => a - b)) {
    const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
    if (!glyphs.has(id)) glyphs.set(id, { codePoint, advance: advanceWidth });
  }
  return new Map([...glyphs].toSorted(([a], [b]) => a - b));
}

function toUnicode(glyphs: ReadonlyMap<number, MappedGlyph>): string {
  const rows = [...glyphs].map(([glyph, { codePoint }]) => `<${hex(glyph)}> <${utf16(codePoint)}>`);
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    const block = rows.slice(from, from + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def",
    "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
    ...blocks,
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
  ].join("\n");
}

/** A character as UTF-16 in hexadecimal digits: one unit, or the two of a pair. */
const utf16 = (codePoint: number): string =>
  Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, unit) =>
    hex(String.fromCodePoint(codePoint).charCodeAt(unit)),
  ).join("");
