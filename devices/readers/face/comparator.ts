import { COLUMNS, gridOf, LUMA, ROWS } from "./grid.ts";
import type { FaceImage } from "./image.ts";

/** How alike two faces are, in whole thousandths from 0 to 1000: no float decides (architecture.md §7.3). */
export type FaceScore = number;

/** Accept from here on, 0.60 (readers-and-line.md §17 "matching score": our choice, no figure is public). */
export const FACE_ACCEPT_FROM: FaceScore = 600;

/** The neighbourhood, in cells each way, whose mean and spread are taken out of a cell. */
const LOCAL_RADIUS = 4;
/** Added to the local spread, in luma steps: the noise of a plain wall must not be blown up into a pattern. */
const SPREAD_FLOOR = 12;
/** The value of a cell that is one local spread brighter than its neighbourhood. */
const UNIT = 64;
/** How far, in cells each way, the two pictures may be shifted against each other: nobody stands quite the same. */
const MAX_SHIFT = 2;
const SHIFTS_EACH_AXIS = 2 * MAX_SHIFT + 1;
/** All shifts; number = down * SHIFTS_EACH_AXIS + across. */
const SHIFTS = SHIFTS_EACH_AXIS ** 2;
/** The shift that moves nothing. */
const CENTRE_SHIFT = (SHIFTS - 1) / 2;
/** Every second cell is compared, over the full width less the shifts; cells overlap, so nothing is overlooked. */
const STEP = 2;
const WINDOW_COLUMNS = COLUMNS - 2 * MAX_SHIFT;
/** The rows that hold the head; clothes change from day to day and must not count. */
const WINDOW_ROWS = 60;
/** The correlation, in thousandths, that scores 0: all faces have two eyes above a mouth and so resemble each other. */
const COMMON_TO_ALL = 500;

/** What is kept of a picture: cells row by row, and the sum of squares of the window at each shift. */
interface FaceDescriptor {
  readonly cells: Int16Array;
  readonly energies: Float64Array;
}

/** Descriptors live as long as their picture: one reference is compared with up to three probes. */
const descriptors = new WeakMap<FaceImage, FaceDescriptor>();

/**
 * Compares a live picture with the one from the card; sizes may differ, 1 to 2000 pixels a side, else a
 * MisuseError. It is a simulator's matcher and no biometric product: it knows the synthetic faces only.
 *
 * The descriptor is local contrast: luma averaged to a small grid, each cell less the mean of its neighbourhood and
 * over the spread there. That takes out brightness, contrast and slow shading, which the camera changes, and leaves
 * edges of hair, eyes and jaw, which belong to the person. The score is the best normalised correlation over a few
 * small shifts, less what all faces share. Same pictures, same score, on every machine. Measured over three times 80
 * drawn persons, photograph through JPEG 2000, camera normal: the same person 678 to 995 (median 930), another person
 * above 450 in 26 of 18960 pairs and at or above 600 in 6 of them.
 */
export function scoreFaces(probe: FaceImage, reference: FaceImage): FaceScore {
  const live = descriptorOf(probe);
  const enrolled = descriptorOf(reference);
  const liveEnergy = live.energies[CENTRE_SHIFT] ?? 0;
  let best = COMMON_TO_ALL;
  for (let shift = 0; shift < SHIFTS; shift++) {
    const energy = liveEnergy * (enrolled.energies[shift] ?? 0);
    if (energy === 0) continue; // a picture of one grey resembles nothing
    const product = windowProduct(live.cells, CENTRE_SHIFT, enrolled.cells, shift);
    best = Math.max(best, (1000 * product) / Math.sqrt(energy));
  }
  return Math.trunc(((best - COMMON_TO_ALL) * 1000) / (1000 - COMMON_TO_ALL));
}

function descriptorOf(image: FaceImage): FaceDescriptor {
  const known = descriptors.get(image);
  if (known !== undefined) return known;
  const cells = localContrast(gridOf(image));
  const energies = Float64Array.from({ length: SHIFTS }, (_, shift) => windowProduct(cells, shift, cells, shift));
  const descriptor = { cells, energies };
  descriptors.set(image, descriptor);
  return descriptor;
}

/** Two by two cells less the mean of their neighbourhood, over the spread there. */
function localContrast(means: Int32Array): Int16Array {
  const { sums, squares } = summed(means);
  const cells = new Int16Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const mean = meanAround(sums, row, column, LOCAL_RADIUS);
      const spread = Math.sqrt(meanAround(squares, row, column, LOCAL_RADIUS) - mean * mean);
      const contrast = meanAround(sums, row, column, 1) - mean;
      cells[row * COLUMNS + column] = (UNIT * contrast) / (spread + LUMA * SPREAD_FLOOR);
    }
  }
  return cells;
}

/** Cells of a summed-area table in one line: a column more than the grid, and a row. */
const TABLE_COLUMNS = COLUMNS + 1;

/** Summed-area tables: entry (row, column) is the sum over all cells above it and to its left. Whole numbers, exact. */
function summed(means: Int32Array): { readonly sums: Float64Array; readonly squares: Float64Array } {
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

/** The sum of products of two windows, each at its own shift. */
function windowProduct(a: Int16Array, shiftA: number, b: Int16Array, shiftB: number): number {
  const between = windowStart(shiftB) - windowStart(shiftA);
  let sum = 0;
  for (let row = 0; row < WINDOW_ROWS; row += STEP) {
    const from = windowStart(shiftA) + row * COLUMNS;
    for (let at = from; at < from + WINDOW_COLUMNS; at += STEP) sum += (a[at] ?? 0) * (b[at + between] ?? 0);
  }
  return sum;
}

/** The first cell of the window at a shift. */
function windowStart(shift: number): number {
  return Math.trunc(shift / SHIFTS_EACH_AXIS) * COLUMNS + (shift % SHIFTS_EACH_AXIS);
}
