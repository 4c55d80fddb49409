import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import type { Bilingual, Language } from "../../../simulator/kernel/bilingual.ts";
import { outlinedLettering } from "./outlined-lettering.ts";

/** A picture and what is written below it. */
export interface Captioned {
  readonly title: Bilingual;
  /** Up to two lines more, smaller. */
  readonly notes: readonly Bilingual[];
  readonly image: FaceImage;
}

/** Room around a picture, and for its caption below, in pixels. */
const MARGIN_PX = 12;
const CAPTION_PX = 80;
const HEIGHT_TO_WIDTH = 4 / 3;

/** How the pictures are laid out. */
export interface SheetLayout {
  readonly columns: number;
  /** Width of each picture; all are 3 : 4. */
  readonly pictureWidthPx: number;
}

/** Pictures in rows with their titles below, as a PNG. The font comes with us. */
export async function contactSheet(
  pictures: readonly Captioned[],
  { columns, pictureWidthPx }: SheetLayout,
  language: Language,
): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const lettering = await outlinedLettering(language);
  const size = { width: pictureWidthPx, height: Math.round(pictureWidthPx * HEIGHT_TO_WIDTH) };
  const [cellWidth, cellHeight] = [size.width + 2 * MARGIN_PX, size.height + MARGIN_PX + CAPTION_PX];
  const rows = Math.ceil(pictures.length / columns);
  const [width, height] = [cellWidth * Math.min(columns, pictures.length), cellHeight * rows];
  const corners = pictures.map((_, index) => ({
    left: (index % columns) * cellWidth + MARGIN_PX,
    top: Math.trunc(index / columns) * cellHeight + MARGIN_PX,
  }));
  const captions = pictures.map(({ title, notes }, index) => {
    const { left = 0, top = 0 } = corners[index] ?? {};
    const y = top + size.height + 24;
    const at = { x: left, anchor: "start" } as const;
    return [
      lettering(title, { ...at, y, size: 18, colour: "#18222d" }),
      ...notes.map((note, line) => lettering(note, { ...at, y: y + 22 + 19 * line, size: 13, colour: "#51606f" })),
    ].join("");
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${captions.join("")}</svg>`;
  const pasted = await Promise.all(
    pictures.map(async ({ image }, index) => ({ input: await scaled(image, size), ...corners[index] })),
  );
  return new Uint8Array(await sharp(Buffer.from(svg)).composite(pasted).png().toBuffer());
}

async function scaled(
  { widthPx, heightPx, luma }: FaceImage,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return await sharp(luma, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .resize({ ...size, fit: "fill" })
    .png()
    .toBuffer();
}
