import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import type { PortraitFeatures } from "../portrait-features.ts";
import { developed, redrawn } from "./raster.ts";

/** Room around the head that turns with it: ears and hair, as a share of half the head's width. */
const TURNING_SHARE = 1.3;
/** What {@link tilted} adds at each edge before it turns the picture, so that no corner is empty. */
const BORDER_PX = 80;

/**
 * The head turned to the side by `yawDegrees`. The head is taken for an upright cylinder with the face painted on it: what
 * is at the angle a from the middle moves to the angle a + yaw, one cheek gets wider, the other narrow; the neck turns
 * less and less, the shoulders stay. Ours; a real head shows its nose from the side.
 */
export function turned(portrait: FaceImage, features: PortraitFeatures, yawDegrees: number): FaceImage {
  const { widthPx, luma } = portrait;
  const { headX, headY, headRadiusX, headRadiusY, shoulderY } = features;
  const radiusPx = headRadiusX * TURNING_SHARE;
  const chinY = headY + headRadiusY;
  const neckPx = Math.max(1, shoulderY - chinY);
  return redrawn(portrait, (tone, x, y) => {
    const across = (x - headX) / radiusPx;
    const share = Math.max(0, Math.min(1, (shoulderY - y) / neckPx));
    if (Math.abs(across) >= 1 || share === 0) return tone;
    const angle = Math.asin(across) - (share * yawDegrees * Math.PI) / 180;
    const from = Math.round(headX + radiusPx * Math.sin(Math.max(-Math.PI / 2, Math.min(Math.PI / 2, angle))));
    return luma[y * widthPx + Math.max(0, Math.min(widthPx - 1, from))] ?? 0;
  });
}

/** The head leaning to one side by `rollDegrees`: the whole picture turned about its middle, its edge drawn out. */
export async function tilted(portrait: FaceImage, rollDegrees: number): Promise<FaceImage> {
  const { widthPx, heightPx } = portrait;
  const border = { top: BORDER_PX, bottom: BORDER_PX, left: BORDER_PX, right: BORDER_PX };
  const wide = await developed(portrait, (picture) => picture.extend({ ...border, extendWith: "copy" }));
  const leaning = await developed(wide, (picture) => picture.rotate(rollDegrees));
  return developed(leaning, (picture) =>
    picture.extract({
      left: (leaning.widthPx - widthPx) >> 1,
      top: (leaning.heightPx - heightPx) >> 1,
      width: widthPx,
      height: heightPx,
    }),
  );
}
