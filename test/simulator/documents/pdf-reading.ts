import { getDocumentProxy } from "unpdf";
import { PT_PER_MM } from "../../../simulator/documents/layout/paper.ts";

/** A run of text as it lies on a page, millimetres from the upper left corner. */
export interface PlacedText {
  readonly text: string;
  readonly leftMm: number;
  readonly rightMm: number;
  /** Of the base line. */
  readonly baseMm: number;
  readonly sizePt: number;
}

/** A page read by a PDF reader that is not ours. */
export interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  /** All that is not turned: everything but the mark across the page. */
  readonly texts: readonly PlacedText[];
  /** Turned text, put together. */
  readonly across: string;
  /** Everything not turned, blanks dropped. */
  readonly joined: string;
}

/** A file read by a PDF reader that is not ours (unpdf, which is pdf.js). */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const { info } = await pdf.getMetadata();
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number): Promise<ReadPage> => {
      const page = await pdf.getPage(number);
      const [, , widthPt = 0, heightPt = 0] = page.view;
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
      const level = runs.filter(({ transform }) => transform[1] === 0);
      const texts = level.map(({ str, transform, width, height }) => ({
        text: str,
        leftMm: transform[4] / PT_PER_MM,
        rightMm: (transform[4] + width) / PT_PER_MM,
        baseMm: (heightPt - transform[5]) / PT_PER_MM,
        sizePt: height,
      }));
      return {
        widthMm: widthPt / PT_PER_MM,
        heightMm: heightPt / PT_PER_MM,
        texts,
        across: runs
          .filter(({ transform }) => transform[1] !== 0)
          .map(({ str }) => str)
          .join(""),
        joined: texts
          .map(({ text }) => text)
          .join("")
          .replaceAll(/[ \u3000]/g, ""),
      };
    }),
  );
  const [first] = await Promise.all([pdf.getPage(1)]);
  return { info: info as Readonly<Record<string, unknown>>, pages, fields: await first.getAnnotations() };
}
