import { checkFaceImage, type FaceImage } from "./image.ts";

/** The grid every picture is averaged down to: 4 x 4 pixels of a 240 x 320 portrait become one cell. */
export const COLUMNS = 60;
/** Rows of the grid; see {@link COLUMNS}. */
export const ROWS = 80;
/** What the mean of a cell is counted in: sixteenths of a luma step. */
export const LUMA = 16;

/** Grids live as long as their picture: comparator, liveness and quality look at the same one. */
const grids = new WeakMap<FaceImage, Int32Array>();

/**
 * The mean luma of each cell, in sixteenths, row by row from the top left; a picture smaller than the grid repeats its
 * pixels. Whole numbers, the same on every machine. A MisuseError names the field of a picture that is none.
 */
export function gridOf(image: FaceImage): Int32Array {
  const known = grids.get(image);
  if (known !== undefined) return known;
  checkFaceImage(image);
  const grid = averaged(image);
  grids.set(image, grid);
  return grid;
}

function averaged({ widthPx, heightPx, luma }: FaceImage): Int32Array {
  const means = new Int32Array(COLUMNS * ROWS);
  const [stepX, stepY] = [sampleStep(widthPx, COLUMNS), sampleStep(heightPx, ROWS)];
  for (let row = 0; row < ROWS; row++) {
    const [top, bottom] = span(row, ROWS, heightPx);
    for (let column = 0; column < COLUMNS; column++) {
      const [left, right] = span(column, COLUMNS, widthPx);
      let sum = 0;
      let count = 0;
      for (let y = top; y < bottom; y += stepY) {
        for (let at = y * widthPx + left; at < y * widthPx + right; at += stepX) {
          sum += luma[at] ?? 0;
          count++;
        }
      }
      means[row * COLUMNS + column] = (LUMA * sum) / count;
    }
  }
  return means;
}

/** The pixels of part `index` of `parts`, from and to; at least one. */
function span(index: number, parts: number, lengthPx: number): readonly [number, number] {
  const from = Math.trunc((index * lengthPx) / parts);
  return [from, Math.max(from + 1, Math.trunc(((index + 1) * lengthPx) / parts))];
}

/** Four pixels each way are enough for the mean of a cell; more would only cost time. */
function sampleStep(lengthPx: number, parts: number): number {
  return Math.max(1, Math.trunc(lengthPx / parts / 4));
}
