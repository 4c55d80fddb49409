import { COLUMNS, LUMA, ROWS } from "./grid.ts";

/** The neighbourhood, in cells each way, whose mean and spread are taken out of a cell. */
const LOCAL_RADIUS = 4;
/** Added to the local spread, in luma steps: the noise of a plain wall must not be blown up into a pattern. */
const SPREAD_FLOOR = 12;
/** The value of a cell that is one local spread brighter than its neighbourhood. */
const UNIT = 64;
/** Cells of a summed-area table in one line: a column more than the grid, and a row. */
const TABLE_COLUMNS = COLUMNS + 1;

/** Summed-area tables: entry (row, column) is the sum over all cells above it and to its left. Whole numbers, exact. */
export interface ContrastTables {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** The tables of a grid. */
export function contrastTables(means: Int32Array): ContrastTables {
  const sums = new Float64Array(TABLE_COLUMNS * (ROWS + 1));
  const squares = new Float64Array(TABLE_COLUMNS * (ROWS + 1));
  for (let row = 0; row < ROWS; row++) {
    let line = 0;
    let lineOfSquares = 0;
    for (let column = 0; column < COLUMNS; column++) {
      const mean = means[row * COLUMNS + column] ?? 0;
      line += mean;
      lineOfSquares += mean * mean;
      const above = row * TABLE_COLUMNS + column + 1;
      sums[above + TABLE_COLUMNS] = line + (sums[above] ?? 0);
      squares[above + TABLE_COLUMNS] = lineOfSquares + (squares[above] ?? 0);
    }
  }
  return { sums, squares };
}

/** The mean of the square of 2 x `radius` cells a side around the upper left corner of a cell, cut off at the edges. */
function meanAround(table: Float64Array, row: number, column: number, radius: number): number {
  const top = Math.max(0, row - radius);
  const bottom = Math.min(ROWS, row + radius);
  const left = Math.max(0, column - radius);
  const right = Math.min(COLUMNS, column + radius);
  const lower = (table[bottom * TABLE_COLUMNS + right] ?? 0) - (table[bottom * TABLE_COLUMNS + left] ?? 0);
  const upper = (table[top * TABLE_COLUMNS + right] ?? 0) - (table[top * TABLE_COLUMNS + left] ?? 0);
  return (lower - upper) / ((bottom - top) * (right - left));
}

/**
 * Local contrast at a cell: two by two cells less the mean of their neighbourhood, over the spread there. That takes out
 * brightness, contrast and slow shading.
 */
export function contrastAt({ sums, squares }: ContrastTables, row: number, column: number): number {
  const mean = meanAround(sums, row, column, LOCAL_RADIUS);
  const spread = Math.sqrt(meanAround(squares, row, column, LOCAL_RADIUS) - mean * mean);
  return (UNIT * (meanAround(sums, row, column, 1) - mean)) / (spread + LUMA * SPREAD_FLOOR);
}
