import PDFDocument from "pdfkit";
import { type CivilDate, midnightMs } from "../../kernel/civil-time.ts";
import { ensure } from "../../kernel/errors.ts";
import type { Box, TextStyle } from "./box.ts";
import { INK } from "./colours.ts";
import { fitText } from "./fit.ts";
import type { DocumentFonts, Typeface } from "./fonts.ts";
import { drawMark } from "./mark.ts";
import { type Paper, PT_PER_MM } from "./paper.ts";

/** What a document is made with. */
export interface CanvasParts {
  readonly paper: Paper;
  /** Title of the file, shown by viewers. */
  readonly title: string;
  readonly fonts: DocumentFonts;
  /** The day that stands in the file as the day it was made: same day, same bytes. */
  readonly madeOn: CivilDate;
}

/** pdfkit takes a parsed font as it takes bytes (its types do not say so): glyphs are parsed once, not once a document. */
const shared = ({ font }: Typeface): PDFKit.Mixins.PDFFontSource => font as unknown as Buffer;

/** The base line lies this share of the em below its top, as in BIZ UDGothic. */
export const BASE_LINE_EM = 0.88;
const LEADING_EM = 1.45;

/**
 * A document being drawn, page by page, in millimetres. Everything happens at once, so that the virtual world can call
 * it. Streams are not compressed: the bytes of a deflate differ with the processor (decision 0010).
 */
export class Canvas {
  readonly paper: Paper;
  readonly fonts: DocumentFonts;
  /** The document of pdfkit, for what needs more than text and lines: forms. */
  readonly pdf: PDFKit.PDFDocument;

  constructor({ paper, title, fonts, madeOn }: CanvasParts) {
    this.paper = paper;
    this.fonts = fonts;
    this.pdf = new PDFDocument({
      size: [paper.widthMm * PT_PER_MM, paper.heightMm * PT_PER_MM],
      margin: 0,
      font: "", // none: the fonts of the package are never looked at
      compress: false,
      bufferPages: true, // so that a page can say how many there are
      pdfVersion: "1.7",
      lang: "ja-JP",
      displayTitle: true,
      info: {
        Title: title,
        Subject: "見本 / SIMULATION",
        Creator: "madoguchi",
        CreationDate: new Date(midnightMs(madeOn)),
      },
    });
    this.pdf.registerFont("regular", shared(fonts.regular));
    this.pdf.registerFont("bold", shared(fonts.bold));
  }

  /** Ends the page, marked, and begins another of the same size. */
  newPage(): void {
    drawMark(this);
    this.pdf.addPage();
  }

  /** Ends the document and gives its bytes; nothing may be drawn any more. */
  finish(): Uint8Array {
    drawMark(this);
    this.pdf.end();
    const bytes: unknown = this.pdf.read();
    ensure(bytes instanceof Uint8Array, "the document is whole as soon as it is ended");
    return new Uint8Array(bytes);
  }

  face(bold?: true): Typeface {
    return bold === true ? this.fonts.bold : this.fonts.regular;
  }

  /** Draws a text into a box, smaller where it does not fit, and returns the height it takes; `field` names it in errors. */
  text(
    field: string,
    text: string,
    box: Omit<Box, "heightMm"> & { readonly heightMm?: number },
    style: TextStyle,
  ): number {
    const { sizePt, bold, colour = INK, align = "left", vertical = "top", leadingEm = LEADING_EM } = style;
    const { xMm, yMm, widthMm, heightMm } = box;
    const face = this.face(bold);
    const room = { widthMm, sizePt, leadingEm, ...(heightMm === undefined ? {} : { heightMm }) };
    const set = fitText(field, face.printable(text), face, room);
    const emMm = set.sizePt / PT_PER_MM;
    const topMm = vertical === "middle" && heightMm !== undefined ? yMm + (heightMm - set.heightMm) / 2 : yMm;
    this.pdf
      .font(bold === true ? "bold" : "regular")
      .fontSize(set.sizePt)
      .fillColor(colour);
    for (const [index, line] of set.lines.entries()) {
      const slackMm = widthMm - face.widthEm(line) * emMm;
      const leftMm = xMm + { left: 0, centre: slackMm / 2, right: slackMm }[align];
      const baseMm = topMm + emMm * (BASE_LINE_EM + index * leadingEm);
      if (line !== "")
        this.pdf.text(line, leftMm * PT_PER_MM, baseMm * PT_PER_MM, { lineBreak: false, baseline: "alphabetic" });
    }
    return set.heightMm;
  }

  /** A rectangle, filled, outlined, or both. */
  box(
    { xMm, yMm, widthMm, heightMm }: Box,
    look: { readonly fill?: string; readonly stroke?: string; readonly lineMm?: number; readonly radiusMm?: number },
  ): void {
    const { fill, stroke, lineMm = 0.2, radiusMm = 0 } = look;
    const [x, y, width, height] = [xMm, yMm, widthMm, heightMm].map((mm) => mm * PT_PER_MM) as [
      number,
      number,
      number,
      number,
    ];
    const outline = (): PDFKit.PDFDocument =>
      radiusMm === 0
        ? this.pdf.rect(x, y, width, height)
        : this.pdf.roundedRect(x, y, width, height, radiusMm * PT_PER_MM);
    if (fill !== undefined) outline().fill(fill);
    if (stroke !== undefined)
      outline()
        .lineWidth(lineMm * PT_PER_MM)
        .stroke(stroke);
  }

  /** A straight line. */
  line(
    from: readonly [xMm: number, yMm: number],
    to: readonly [xMm: number, yMm: number],
    colour: string,
    lineMm = 0.2,
  ): void {
    this.pdf
      .moveTo(from[0] * PT_PER_MM, from[1] * PT_PER_MM)
      .lineTo(to[0] * PT_PER_MM, to[1] * PT_PER_MM)
      .lineWidth(lineMm * PT_PER_MM)
      .stroke(colour);
  }
}
