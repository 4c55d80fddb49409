import { COLUMNS, gridOf, LUMA, ROWS } from "../grid.ts";
import type { FaceImage } from "../image.ts";

/** Cells of a block: about an eye. */
const BLOCK = 5;
const BLOCK_COLUMNS = COLUMNS / BLOCK;
const BLOCKS = BLOCK_COLUMNS * (ROWS / BLOCK);
/** Cells at the edges have no neighbours to take a slope from. */
const MARGIN = 2;
/** Blocks that must have changed: a blink is two eyes. */
const CHANGED = 2;
/** Added to the spread of the picture, in luma: the noise of a dark picture is no movement. */
const SPREAD_FLOOR = 8;

/**
 * How much a part of the picture changed by itself between two frames, in thousandths of the spread of its luma. A print
 * that is moved changes as a whole: that movement is estimated from all cells (least squares over the slopes, as by Lucas
 * and Kanade 1981) and taken out. What is left of a face that blinks is where the eyes are.
 */
export function livelinessOf(first: FaceImage, second: FaceImage): number {
  const [before, after] = [gridOf(first), gridOf(second)];
  const { across, down, spread } = movement(before, after);
  const blocks = new Float64Array(BLOCKS);
  for (let row = MARGIN; row < ROWS - MARGIN; row++) {
    for (let column = MARGIN; column < COLUMNS - MARGIN; column++) {
      const at = row * COLUMNS + column;
      const expected = across * slope(before, at, 1) + down * slope(before, at, COLUMNS);
      const block = Math.trunc(row / BLOCK) * BLOCK_COLUMNS + Math.trunc(column / BLOCK);
      blocks[block] = (blocks[block] ?? 0) + Math.abs((after[at] ?? 0) - (before[at] ?? 0) - expected);
    }
  }
  const most = blocks.sort().subarray(-CHANGED);
  const change = most.reduce((sum, of) => sum + of, 0) / (CHANGED * BLOCK * BLOCK);
  return Math.min(1000, Math.trunc((1000 * change) / (spread + LUMA * SPREAD_FLOOR)));
}

/** How the whole picture moved, in cells, and the spread of its luma. */
function movement(before: Int32Array, after: Int32Array): { across: number; down: number; spread: number } {
  let [xx, xy, yy, xt, yt, sum, squares, count] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = MARGIN; row < ROWS - MARGIN; row++) {
    for (let at = row * COLUMNS + MARGIN; at < (row + 1) * COLUMNS - MARGIN; at++) {
      const here = before[at] ?? 0;
      const [x, y, t] = [slope(before, at, 1), slope(before, at, COLUMNS), (after[at] ?? 0) - here];
      xx += x * x;
      xy += x * y;
      yy += y * y;
      xt += x * t;
      yt += y * t;
      sum += here;
      squares += here * here;
      count++;
    }
  }
  const determinant = xx * yy - xy * xy;
  const spread = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  if (determinant === 0) return { across: 0, down: 0, spread }; // nothing to see a movement by
  return { across: (xt * yy - yt * xy) / determinant, down: (yt * xx - xt * xy) / determinant, spread };
}

/** How much luma grows from one cell to the next in a direction. */
function slope(grid: Int32Array, at: number, next: number): number {
  return ((grid[at + next] ?? 0) - (grid[at - next] ?? 0)) / 2;
}
