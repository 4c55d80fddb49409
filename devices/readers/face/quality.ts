import { COLUMNS, gridOf, LUMA } from "./grid.ts";
import type { FaceImage } from "./image.ts";

/** What the picture is good for; all but `good` are reasons to try again without comparing (ISO/IEC 29794-5 in spirit, limits ours). */
export const faceQualities = ["good", "no-face", "too-dark", "backlit", "too-blurred"] as const;
/** One of {@link faceQualities}. */
export type FaceQuality = (typeof faceQualities)[number];

/** The cells where a face belongs, and those around it down to the shoulders. */
const FACE = { left: 10, right: 50, top: 12, bottom: 62 } as const;

/** Ours, in the units of {@link Looks}, set between what our conditions give (docs/face.md). */
const LEAST_SPREAD = 48;
const LEAST_LUMA = 26;
const MOST_LIGHT_AROUND = 2_150;
const LEAST_SHARPNESS = 1_000;
/** Steps up to this rank say how sharp the sharpest edges are; those above may be chance. */
const SHARPEST_THOUSANDTHS = 980;

/** The first thing that is wrong with a picture, or `good`. A MisuseError names the field of a picture that is none. */
export function qualityOf(image: FaceImage): FaceQuality {
  const looks = looksOf(gridOf(image));
  if (looks.spread < LEAST_SPREAD) return "no-face";
  if (looks.meanLuma < LEAST_LUMA) return "too-dark";
  if (looks.lightAround > MOST_LIGHT_AROUND) return "backlit";
  return looks.sharpness < LEAST_SHARPNESS ? "too-blurred" : "good";
}

/** What is measured of a picture; all but the first are ratios in thousandths. */
interface Looks {
  readonly meanLuma: number;
  /** Spread of the face's luma to its mean: next to nothing on a bare wall. */
  readonly spread: number;
  /** Light around the face to light on it. */
  readonly lightAround: number;
  /** Sharpest steps from cell to cell to the spread, across or down, whichever is softer: a smear softens one of them. */
  readonly sharpness: number;
}

function looksOf(grid: Int32Array): Looks {
  let [sum, squares, count, sumAround, countAround] = [0, 0, 0, 0, 0];
  const across = new Int32Array((FACE.right - FACE.left) * (FACE.bottom - FACE.top));
  const down = new Int32Array(across.length);
  for (let row = 0; row < FACE.bottom; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const at = row * COLUMNS + column;
      const here = grid[at] ?? 0;
      if (row < FACE.top || column < FACE.left || column >= FACE.right) {
        sumAround += here;
        countAround++;
        continue;
      }
      across[count] = Math.abs((grid[at + 1] ?? 0) - (grid[at - 1] ?? 0));
      down[count] = Math.abs((grid[at + COLUMNS] ?? 0) - (grid[at - COLUMNS] ?? 0));
      sum += here;
      squares += here * here;
      count++;
    }
  }
  const mean = sum / count;
  const spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
  return {
    meanLuma: mean / LUMA,
    spread: (1000 * spread) / Math.max(1, mean),
    lightAround: (1000 * sumAround) / countAround / Math.max(1, mean),
    sharpness: (1000 * Math.min(sharpest(across), sharpest(down))) / (spread + LUMA),
  };
}

function sharpest(steps: Int32Array): number {
  return steps.sort()[Math.trunc((steps.length * SHARPEST_THOUSANDTHS) / 1000)] ?? 0;
}
