import { COLUMNS, gridOf } from "./grid.ts";
import type { FaceImage } from "./image.ts";
import { contrastAt, contrastTables } from "./local-contrast.ts";

/** How alike two faces are, in whole thousandths from 0 to 1000: no float decides (architecture.md §7.3). */
export type FaceScore = number;

/** Accept from here on, 0.60 (readers-and-line.md §17 "matching score": our choice, no figure is public). */
export const FACE_ACCEPT_FROM: FaceScore = 600;

/** How far, in cells each way, the two pictures may be shifted against each other: nobody stands quite the same. */
const MAX_SHIFT = 2;
const SHIFTS_EACH_AXIS = 2 * MAX_SHIFT + 1;
/** All shifts; number = down * SHIFTS_EACH_AXIS + across. */
const SHIFTS = SHIFTS_EACH_AXIS ** 2;
/** Every second cell is compared, over the full width less the shifts; cells overlap, so nothing is overlooked. */
const STEP = 2;
const WINDOW_COLUMNS = COLUMNS - 2 * MAX_SHIFT;
/** The rows that hold the head; clothes change from day to day and must not count. */
const WINDOW_ROWS = 60;
const WINDOW_CELLS = (WINDOW_COLUMNS / STEP) * (WINDOW_ROWS / STEP);
/** Rows that some shift reaches. */
const ROWS_COMPARED = WINDOW_ROWS + 2 * MAX_SHIFT;
/** The correlation, in thousandths, that scores 0: all faces have two eyes above a mouth and so resemble each other. */
const COMMON_TO_ALL = 500;

/** What is compared of a live picture: every second cell of the window where nothing is shifted, and their energy. */
interface Probe {
  readonly cells: Int16Array;
  readonly energy: number;
}

/** What is kept of a card's picture: all cells row by row, and the energy of the window at each shift. */
interface Reference {
  readonly cells: Int16Array;
  readonly energies: Float64Array;
}

/** Both live as long as their picture: a card's is compared with several live ones, and that with one. */
const probes = new WeakMap<FaceImage, Probe>();
const references = new WeakMap<FaceImage, Reference>();

/**
 * Compares a live picture with the one from the card; sizes may differ, 1 to 2000 pixels a side, else a MisuseError. It is a simulator's matcher and no biometric product: it knows the synthetic faces only.
 *
 * The descriptor is local contrast: luma averaged to a small grid, each cell less the mean of its neighbourhood and
 * over the spread there. That takes out brightness, contrast and slow shading, which the camera changes, and leaves
 * edges of hair, eyes and jaw, which belong to the person. The score is the best normalised correlation over a few
 * small shifts, less what all faces share. Same pictures, same score, on every machine. Measured over three times 80
 * drawn persons, photograph through JPEG 2000, camera normal: the same person 678 to 995 (median 930), another person
 * above 450 in 26 of 18960 pairs and at or above 600 in 6 of them.
 */
export function scoreFaces(probe: FaceImage, reference: FaceImage): FaceScore {
  const live = kept(probes, probe, probeOf);
  const enrolled = kept(references, reference, referenceOf);
  let best = COMMON_TO_ALL;
  for (let shift = 0; shift < SHIFTS; shift++) {
    const energy = live.energy * (enrolled.energies[shift] ?? 0);
    if (energy === 0) continue; // a picture of one grey resembles nothing
    best = Math.max(best, (1000 * windowProduct(live.cells, enrolled.cells, shift)) / Math.sqrt(energy));
  }
  return Math.trunc(((best - COMMON_TO_ALL) * 1000) / (1000 - COMMON_TO_ALL));
}

function kept<T>(among: WeakMap<FaceImage, T>, image: FaceImage, make: (image: FaceImage) => T): T {
  const known = among.get(image);
  if (known !== undefined) return known;
  const made = make(image);
  among.set(image, made);
  return made;
}

function probeOf(image: FaceImage): Probe {
  const tables = contrastTables(gridOf(image));
  const cells = new Int16Array(WINDOW_CELLS);
  let at = 0;
  for (let row = MAX_SHIFT; row < MAX_SHIFT + WINDOW_ROWS; row += STEP) {
    for (let column = MAX_SHIFT; column < MAX_SHIFT + WINDOW_COLUMNS; column += STEP) {
      cells[at++] = contrastAt(tables, row, column);
    }
  }
  return { cells, energy: cells.reduce((sum, cell) => sum + cell * cell, 0) };
}

function referenceOf(image: FaceImage): Reference {
  const tables = contrastTables(gridOf(image));
  const cells = new Int16Array(COLUMNS * ROWS_COMPARED);
  for (let row = 0; row < ROWS_COMPARED; row++) {
    for (let column = 0; column < COLUMNS; column++) cells[row * COLUMNS + column] = contrastAt(tables, row, column);
  }
  return { cells, energies: Float64Array.from({ length: SHIFTS }, (_, shift) => windowEnergy(cells, shift)) };
}

/** The sum of products of a live picture's window and the card's at a shift. */
function windowProduct(probe: Int16Array, reference: Int16Array, shift: number): number {
  const start = windowStart(shift);
  let sum = 0;
  let at = 0;
  for (let row = 0; row < WINDOW_ROWS; row += STEP) {
    const from = start + row * COLUMNS;
    for (let other = from; other < from + WINDOW_COLUMNS; other += STEP) {
      sum += (probe[at++] ?? 0) * (reference[other] ?? 0);
    }
  }
  return sum;
}

/** The sum of squares of the card's window at a shift. */
function windowEnergy(reference: Int16Array, shift: number): number {
  const start = windowStart(shift);
  let sum = 0;
  for (let row = 0; row < WINDOW_ROWS; row += STEP) {
    const from = start + row * COLUMNS;
    for (let at = from; at < from + WINDOW_COLUMNS; at += STEP) sum += (reference[at] ?? 0) ** 2;
  }
  return sum;
}

/** The first cell of the window at a shift. */
function windowStart(shift: number): number {
  return Math.trunc(shift / SHIFTS_EACH_AXIS) * COLUMNS + (shift % SHIFTS_EACH_AXIS);
}
