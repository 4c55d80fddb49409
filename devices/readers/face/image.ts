import { MisuseError } from "../../../simulator/kernel/errors.ts";

/** A grey picture: `luma` row by row from the top left, one byte a pixel, 0 black to 255 white. Holds a face: private. */
export interface FaceImage {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly luma: Uint8Array;
}

/** The longest side a picture may have, in pixels. */
export const FACE_IMAGE_MAX_SIDE_PX = 2000;

/** Throws a {@link MisuseError} unless both sides are 1 to 2000 pixels and `luma` has one byte for each pixel. */
export function checkFaceImage({ widthPx, heightPx, luma }: FaceImage): void {
  for (const [field, px] of Object.entries({ widthPx, heightPx })) {
    if (!Number.isInteger(px) || px < 1 || px > FACE_IMAGE_MAX_SIDE_PX) {
      throw new MisuseError(field, `a face picture has 1 to ${FACE_IMAGE_MAX_SIDE_PX} pixels a side, not ${px}`);
    }
  }
  if (luma.length !== widthPx * heightPx) {
    throw new MisuseError(
      "luma",
      `${luma.length} bytes where ${widthPx} x ${heightPx} pixels need ${widthPx * heightPx}`,
    );
  }
}
