/** From … to, both included, in portrait pixels. */
export type Range = readonly [least: number, most: number];

/** What age does to a face: where the features may lie, and how broad the body is (our choice, a cartoon's rules). */
export interface Proportions {
  /** Half the width, and half the height, of the head. */
  readonly headRadiusX: Range;
  readonly headRadiusY: Range;
  readonly headY: Range;
  readonly jaw: Range;
  readonly earSize: Range;
  readonly hairLuma: Range;
  readonly hairline: Range;
  readonly eyeSpacing: Range;
  readonly eyeY: Range;
  readonly eyeWidth: Range;
  readonly eyeHeight: Range;
  readonly browGap: Range;
  /** Of men; women's and children's brows are thinner. */
  readonly browThickness: Range;
  /** Above 0 the inner ends are the lower ones, which looks stern. */
  readonly browTilt: Range;
  readonly noseLength: Range;
  readonly noseWidth: Range;
  readonly mouthY: Range;
  readonly mouthWidth: Range;
  readonly smile: Range;
  readonly lipThickness: Range;
  readonly shoulderY: Range;
  /** Half the width of the neck at its foot. */
  readonly neckHalf: number;
  /** How far the shoulders stay from the edges of the picture. */
  readonly shoulderInset: number;
}

const adult: Proportions = {
  headRadiusX: [48, 67],
  headRadiusY: [70, 90],
  headY: [138, 160],
  jaw: [24, 66],
  earSize: [7, 15],
  hairLuma: [15, 95],
  hairline: [8, 34],
  eyeSpacing: [20, 32],
  eyeY: [-10, 8],
  eyeWidth: [8, 14],
  eyeHeight: [3, 9],
  browGap: [9, 20],
  browThickness: [3, 8],
  browTilt: [-4, 3],
  noseLength: [18, 32],
  noseWidth: [6, 14],
  mouthY: [38, 50],
  mouthWidth: [12, 28],
  smile: [0, 12],
  lipThickness: [2, 7],
  shoulderY: [250, 274],
  neckHalf: 28,
  shoulderInset: 0,
};

/** Nearly grown: a softer chin, eyes a little larger, brows thinner. */
const youth: Proportions = {
  ...adult,
  headRadiusX: [48, 65],
  headRadiusY: [66, 86],
  jaw: [24, 54],
  hairLuma: [15, 70],
  hairline: [6, 28],
  eyeY: [-4, 11],
  eyeWidth: [10, 14],
  eyeHeight: [6, 9],
  browThickness: [3, 5],
  noseLength: [16, 24],
  noseWidth: [5, 9],
  mouthY: [36, 44],
  mouthWidth: [12, 22],
  neckHalf: 25,
  shoulderInset: 12,
};

/** Schoolchild: a round head on a thin neck, the features in its lower half, the eyes large. */
const child: Proportions = {
  ...youth,
  headRadiusX: [52, 68],
  headRadiusY: [58, 76],
  headY: [140, 166],
  jaw: [28, 58],
  eyeSpacing: [21, 33],
  eyeY: [6, 18],
  eyeWidth: [12, 15],
  eyeHeight: [9, 12],
  browGap: [8, 15],
  browThickness: [2, 4],
  browTilt: [-4, 0],
  noseLength: [10, 15],
  noseWidth: [4, 7],
  mouthY: [35, 47],
  mouthWidth: [11, 19],
  smile: [1, 8],
  lipThickness: [1, 4],
  shoulderY: [244, 256],
  neckHalf: 21,
  shoulderInset: 30,
};

/** Infant: the head broader than high, cheeks low and full, next to no neck, everything small but the eyes. */
const infant: Proportions = {
  ...child,
  headRadiusX: [60, 80],
  headRadiusY: [54, 74],
  headY: [138, 166],
  jaw: [36, 64],
  earSize: [7, 15],
  hairLuma: [20, 90],
  hairline: [-4, 24],
  eyeSpacing: [23, 37],
  eyeY: [8, 20],
  eyeWidth: [13, 16],
  eyeHeight: [11, 14],
  browGap: [7, 12],
  browThickness: [1, 3],
  noseLength: [8, 12],
  noseWidth: [4, 6],
  mouthY: [33, 43],
  mouthWidth: [9, 15],
  smile: [1, 5],
  lipThickness: [1, 3],
  shoulderY: [230, 240],
  neckHalf: 26,
  shoulderInset: 44,
};

/** A stage of life as a face shows it. */
export type FaceStage = "infant" | "child" | "youth" | "adult";

/** The proportions of each stage. */
export const proportions: Readonly<Record<FaceStage, Proportions>> = { infant, child, youth, adult };

/** Infant below 4 years, child below 13, youth below 18 (ours). */
export function faceStage(ageYears: number): FaceStage {
  if (ageYears < 4) return "infant";
  if (ageYears < 13) return "child";
  return ageYears < 18 ? "youth" : "adult";
}
