import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { developed, overlaid } from "./raster.ts";

/** Less light on the scene: `lightThousandths` of it is left. The sensor's noise stays as it is, and so weighs more. */
export function dimmed(scene: FaceImage, lightThousandths: number): Promise<FaceImage> {
  return developed(scene, (picture) => picture.linear(lightThousandths / 1000, 0));
}

/** A lamp mirrored in the cover of the camera: a white spot that fades out, at its middle `strengthThousandths` opaque. */
export function glared(frame: FaceImage, strengthThousandths: number, radiusPx: number): Promise<FaceImage> {
  const { widthPx, heightPx } = frame;
  const stop = (offset: number, share: number): string =>
    `<stop offset="${offset}" stop-color="white" stop-opacity="${(strengthThousandths * share) / 1000}"/>`;
  const spot = `<radialGradient id="spot">${stop(0, 1)}${stop(0.45, 0.9)}${stop(1, 0)}</radialGradient>`;
  const [x, y] = [widthPx * 0.62, heightPx * 0.36];
  return overlaid(frame, `<defs>${spot}</defs><circle cx="${x}" cy="${y}" r="${radiusPx}" fill="url(#spot)"/>`);
}

/**
 * Out of focus, or a lens that somebody touched: Gaussian blur, `sigmaTenthsPx` in tenths of a pixel of the frame. Not in
 * sharp's whole numbers: those come out differently where the processor has no vector unit.
 */
export function defocused(frame: FaceImage, sigmaTenthsPx: number): Promise<FaceImage> {
  return developed(frame, (picture) => picture.blur({ sigma: sigmaTenthsPx / 10, precision: "float" }));
}
