import type { FaceImage } from "../../../devices/readers/face-gate.ts";

/** A small copy as an address a page can hold: JPEG, so that eighteen of them stay small. */
export async function thumbnail({ widthPx, heightPx, luma }: FaceImage, width: number): Promise<string> {
  const { default: sharp } = await import("sharp");
  const raw = { width: widthPx, height: heightPx, channels: 1 } as const;
  const jpeg = await sharp(luma, { raw }).resize(width).jpeg({ quality: 75 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString("base64")}`;
}

/** An SVG picture as a PNG file, `scale` times its natural size. */
export async function svgPng(svg: string, scale: number): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  return new Uint8Array(
    await sharp(Buffer.from(svg), { density: 72 * scale })
      .png()
      .toBuffer(),
  );
}
