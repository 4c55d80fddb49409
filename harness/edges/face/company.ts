import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { redrawn } from "./raster.ts";

/** Where the backgrounds of the two fade into each other, in pixels each way from the middle. */
const SEAM_PX = 14;

/**
 * Two people before one camera, shoulder to shoulder, both at `sizeThousandths` of the size of a portrait: neither stands
 * where the photograph has the face. What lies beyond the edges of a portrait repeats the edge.
 */
export function together(left: FaceImage, right: FaceImage, sizeThousandths: number): FaceImage {
  const { widthPx, heightPx } = left;
  const [middleX, ...middles] = [widthPx / 2, widthPx * 0.27, widthPx * 0.73] as const;
  const seenIn = (portrait: FaceImage, middle: number, x: number, y: number): number => {
    const column = Math.round(portrait.widthPx / 2 + ((x - middle) * 1000) / sizeThousandths);
    const row = Math.round(portrait.heightPx + ((y - heightPx) * 1000) / sizeThousandths);
    return portrait.luma[inside(row, portrait.heightPx) * portrait.widthPx + inside(column, portrait.widthPx)] ?? 0;
  };
  return redrawn(left, (_, x, y) => {
    const share = Math.max(0, Math.min(1, (x - middleX + SEAM_PX) / (2 * SEAM_PX)));
    return (1 - share) * seenIn(left, middles[0], x, y) + share * seenIn(right, middles[1], x, y);
  });
}

const inside = (at: number, lengthPx: number): number => Math.max(0, Math.min(lengthPx - 1, at));
