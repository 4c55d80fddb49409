import { ensure } from "../../kernel/errors.ts";
import type { Typeface } from "./fonts.ts";
import { hex, THOUSAND, wholeFontOf } from "./whole-font.ts";

/** A font of a form: its object in the file, and how it writes a text. */
export interface FormFont {
  readonly reference: PDFKit.PDFKitReference;
  /** Glyph numbers of a text as the hexadecimal string of a PDF. */
  encode(text: string): string;
}

/** Glyphs are chosen by number (ISO 32000-1, table 123). */
const SYMBOLIC = 4;
/** Thickness of stems: viewers want one and do not use it while the font is embedded. */
const STEM = 80;

/**
 * Embeds a whole font for the fields of a form. pdfkit embeds only the glyphs a text uses, in an order of its own, so
 * that what somebody types could not be shown; here every glyph is in the file, chosen by its number (Identity-H), with
 * the way back to characters (3 MB).
 */
export function embedWholeFont(pdf: PDFKit.PDFDocument, face: Typeface): FormFont {
  const { file, font, printable } = face;
  const { program, widths, toUnicode } = wholeFontOf(face);
  const scaled = (units: number): number => (units * THOUSAND) / font.unitsPerEm;
  const name = font.postscriptName;
  ensure(name !== null, "the documents' font has a name");
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = object(pdf, {
    Type: "FontDescriptor",
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: [minX, minY, maxX, maxY].map(scaled),
    ItalicAngle: 0,
    Ascent: scaled(font.ascent),
    Descent: scaled(font.descent),
    CapHeight: scaled(font.capHeight),
    StemV: STEM,
    FontFile2: stream(pdf, program, { Length1: file.length }),
  });
  const descendant = object(pdf, {
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: Buffer.from("Adobe"), Ordering: Buffer.from("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: THOUSAND,
    W: widths,
    CIDToGIDMap: "Identity",
  });
  const reference = object(pdf, {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: stream(pdf, toUnicode, {}),
  });
  const glyphOf = (character: string): string => hex(font.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
  return { reference, encode: (text) => Array.from(printable(text), glyphOf).join("") };
}

function object(pdf: PDFKit.PDFDocument, data: object): PDFKit.PDFKitReference {
  const reference = pdf.ref(data);
  reference.end(undefined);
  return reference;
}

function stream(pdf: PDFKit.PDFDocument, compressed: Buffer, data: object): PDFKit.PDFKitReference {
  const reference = pdf.ref({ ...data, Filter: "FlateDecode" });
  reference.end(compressed);
  return reference;
}
