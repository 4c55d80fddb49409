import type { FaceImage } from "../image.ts";

/** Rows looked at, spread over the height. */
const ROWS_SEEN = 24;
/** Places looked at in a row: finer detail is the noise of single pixels. */
const PLACES = 240;
/** What a place is compared with: those this far to its left and right. What the three have in common is no fringe. */
const REACH = 2;
/** An edge of the face must not outweigh all fringes: what is steeper counts as this, in luma. */
const STEEPEST = 24;
/** Distances at which the pattern is laid over itself, in places. */
const NEAREST = 3;
const FARTHEST = 10;
/** Added to the mean square of the pattern: what is fainter than the noise of a sensor says nothing. */
const NOISE_FLOOR = 100;

/**
 * How regular the fine pattern across the rows is, in thousandths, −1000 to 1000: fringes come back at the same distance
 * all over the picture, noise does not and edges do only once. The autocorrelation of the rows without their coarse
 * detail, at the distance where it is largest.
 */
export function fringesOf({ widthPx, heightPx, luma }: FaceImage): number {
  const step = Math.max(1, Math.round(widthPx / PLACES));
  const places = Math.floor(widthPx / step);
  const pattern = new Int32Array(places);
  const products = new Float64Array(FARTHEST + 1);
  for (let index = 0; index < ROWS_SEEN; index++) {
    const start = Math.trunc(((2 * index + 1) * heightPx) / (2 * ROWS_SEEN)) * widthPx;
    for (let place = 0; place < places; place++) {
      const left = luma[start + Math.max(0, place - REACH) * step] ?? 0;
      const right = luma[start + Math.min(places - 1, place + REACH) * step] ?? 0;
      const detail = 2 * (luma[start + place * step] ?? 0) - left - right;
      pattern[place] = Math.max(-STEEPEST, Math.min(STEEPEST, detail));
    }
    addProducts(pattern, 0, products);
    for (let distance = NEAREST; distance <= FARTHEST; distance++) addProducts(pattern, distance, products);
  }
  const energy = (products[0] ?? 0) + NOISE_FLOOR * ROWS_SEEN * places;
  return Math.trunc((1000 * Math.max(...products.subarray(NEAREST))) / energy);
}

function addProducts(pattern: Int32Array, distance: number, products: Float64Array): void {
  let sum = 0;
  for (let at = distance; at < pattern.length; at++) sum += (pattern[at] ?? 0) * (pattern[at - distance] ?? 0);
  products[distance] = (products[distance] ?? 0) + sum;
}
