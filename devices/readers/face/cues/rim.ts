import { COLUMNS, gridOf, LUMA, ROWS } from "../grid.ts";
import type { FaceImage } from "../image.ts";

/** Cells from the edge of the picture in which a rim is looked for. */
const DEPTH = 12;
/** Luma from one side of a column to the other that makes an edge. */
const EDGE_LUMA = 9;
/** Rows left out above and below. */
const MARGIN = 4;

/**
 * How far an upright edge runs through at both sides of the picture, in thousandths of its height: paper and telephones
 * are as long as the frame, hair and shoulders are not. The edge may lean by a cell each way.
 */
export function rimOf(image: FaceImage): number {
  const grid = gridOf(image);
  return Math.trunc((longestEdge(grid, 1) + longestEdge(grid, -1)) / 2);
}

/** The longest edge near the left (`inwards` 1) or the right (−1), light to dark or dark to light, in thousandths. */
function longestEdge(grid: Int32Array, inwards: 1 | -1): number {
  const first = inwards === 1 ? 1 : COLUMNS - 2;
  let longest = 0;
  for (let depth = 0; depth < DEPTH; depth++) {
    const column = first + inwards * depth;
    let lighter = 0;
    let darker = 0;
    for (let row = MARGIN; row < ROWS - MARGIN; row++) {
      const at = row * COLUMNS + column;
      const here = stepAt(grid, at);
      const before = depth === 0 ? here : stepAt(grid, at - inwards);
      const after = stepAt(grid, at + inwards);
      if (Math.max(here, before, after) > LUMA * EDGE_LUMA) lighter++;
      if (Math.min(here, before, after) < -LUMA * EDGE_LUMA) darker++;
    }
    longest = Math.max(longest, lighter, darker);
  }
  return (1000 * longest) / (ROWS - 2 * MARGIN);
}

/** How much lighter the cell to the right is than the one to the left. */
function stepAt(grid: Int32Array, at: number): number {
  return (grid[at + 1] ?? 0) - (grid[at - 1] ?? 0);
}
