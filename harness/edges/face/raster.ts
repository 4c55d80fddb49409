import type { Sharp } from "sharp";
import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";

/** Two moments of the same thing, a blink apart: what liveness looks at. */
export type Moments = readonly [FaceImage, FaceImage];

/** The same change at both moments. */
export async function atBoth(
  [first, second]: Moments,
  change: (image: FaceImage) => Promise<FaceImage> | FaceImage,
): Promise<Moments> {
  return [await change(first), await change(second)];
}

/**
 * A grey picture through sharp: `develop` adds the operations. Where sharp makes three channels of one, as when it lays
 * pictures over each other, all three are the same, and the first is taken as it is.
 */
export async function developed(image: FaceImage, develop: (picture: Sharp) => Sharp): Promise<FaceImage> {
  const { default: sharp } = await import("sharp"); // loaded here: a run without faces need not pay for it
  const { widthPx, heightPx, luma } = image;
  const picture = sharp(luma, { raw: { width: widthPx, height: heightPx, channels: 1 } });
  const { data, info } = await develop(picture).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  ensure(info.channels === 1, `a grey picture has one channel, not ${info.channels}`);
  return { widthPx: info.width, heightPx: info.height, luma: new Uint8Array(data) };
}

/** A drawing laid over a picture: SVG elements in its pixels, in greys only, without text (no font is looked for). */
export function overlaid(image: FaceImage, elements: string): Promise<FaceImage> {
  return developed(image, (picture) => picture.composite([{ input: drawing(image, elements) }]));
}

/** SVG elements as a picture file of the size of another picture. */
function drawing({ widthPx, heightPx }: FaceImage, elements: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${elements}</svg>`;
  return Buffer.from(svg);
}

/** A picture of the same size whose luma at each place `toneAt` says; what is out of range is cut off. */
export function redrawn(image: FaceImage, toneAt: (tone: number, x: number, y: number) => number): FaceImage {
  const { widthPx, heightPx, luma } = image;
  const changed = new Uint8ClampedArray(luma.length);
  for (let y = 0; y < heightPx; y++) {
    for (let at = y * widthPx, x = 0; x < widthPx; at++, x++) changed[at] = toneAt(luma[at] ?? 0, x, y);
  }
  return { widthPx, heightPx, luma: new Uint8Array(changed.buffer) };
}
