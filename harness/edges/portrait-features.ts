import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { type FaceStage, faceStage, proportions, type Range } from "./portrait-proportions.ts";

/** How the hair is drawn. Infants may be `downy`, girls may have `pigtails`; grown-ups never. */
export type HairStyle =
  | "cropped"
  | "parted"
  | "fringe"
  | "bob"
  | "long"
  | "bun"
  | "curly"
  | "receding"
  | "bald"
  | "downy"
  | "pigtails";

/** What tells one face from another. Lengths and places in portrait pixels, lumas 0 (black) to 255 (white). */
export interface PortraitFeatures {
  readonly backgroundLuma: number;
  readonly skinLuma: number;
  readonly headX: number;
  readonly headY: number;
  /** Half the width of the head. */
  readonly headRadiusX: number;
  /** Half the height of the head. */
  readonly headRadiusY: number;
  /** How far the jaw keeps its width: small is a pointed chin. */
  readonly jaw: number;
  readonly earSize: number;
  readonly hair: HairStyle;
  readonly hairLuma: number;
  /** How far the hair comes down the forehead. */
  readonly hairline: number;
  /** 1 or -1: the side of the parting. */
  readonly parting: number;
  /** From the middle of the face to the middle of an eye. */
  readonly eyeSpacing: number;
  readonly eyeY: number;
  readonly eyeWidth: number;
  readonly eyeHeight: number;
  readonly browGap: number;
  readonly browThickness: number;
  /** How much the outer end of a brow is above its inner end. */
  readonly browTilt: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly mouthY: number;
  readonly mouthWidth: number;
  /** How far the corners of the mouth are drawn up. */
  readonly smile: number;
  readonly lipThickness: number;
  readonly glasses: "none" | "round" | "square";
  readonly beard: "none" | "moustache" | "full";
  /** Number of wrinkles on each side. */
  readonly wrinkles: number;
  readonly clothes: "collar" | "round" | "jacket" | "stripes";
  readonly clothesLuma: number;
  readonly shoulderY: number;
  /** Half the width of the neck at its foot. */
  readonly neckHalf: number;
  /** How far the shoulders stay from the edges of the picture. */
  readonly shoulderInset: number;
}

/** Sex as the eligibility messages write it, "1" male, "2" female, "3" not stated, and the age in whole years. */
export interface PortraitSubject {
  readonly sex: "1" | "2" | "3";
  readonly ageYears: number;
}

type Sex = PortraitSubject["sex"];

const hairOf: Readonly<Record<FaceStage, Readonly<Record<Sex, readonly HairStyle[]>>>> = {
  infant: {
    "1": ["downy", "cropped", "fringe", "downy"],
    "2": ["downy", "cropped", "fringe", "parted"],
    "3": ["downy", "cropped", "fringe"],
  },
  child: {
    "1": ["cropped", "parted", "fringe", "cropped"],
    "2": ["bob", "pigtails", "long", "fringe", "pigtails"],
    "3": ["cropped", "fringe", "bob"],
  },
  youth: {
    "1": ["cropped", "parted", "fringe"],
    "2": ["bob", "long", "bun", "parted", "fringe"],
    "3": ["cropped", "parted", "fringe", "bob", "long"],
  },
  adult: {
    "1": ["cropped", "parted", "fringe", "curly", "cropped", "parted"],
    "2": ["bob", "long", "bun", "curly", "parted", "fringe"],
    "3": ["cropped", "parted", "fringe", "bob", "curly", "long"],
  },
};

const clothesOf: Readonly<Record<FaceStage, readonly PortraitFeatures["clothes"][]>> = {
  infant: ["round", "stripes"],
  child: ["collar", "round", "stripes"],
  youth: ["collar", "round", "jacket", "stripes"],
  adult: ["collar", "round", "jacket", "stripes"],
};

/**
 * Draws the features of one person from a stream of chance; the same stream gives the same face. The order of the draws
 * is part of everybody's picture: another order is another face.
 */
export function portraitFeatures(rng: Rng, about: PortraitSubject): PortraitFeatures {
  if (!Number.isInteger(about.ageYears) || about.ageYears < 0 || about.ageYears > 130) {
    throw new MisuseError("ageYears", `an age is a whole number of years from 0 to 130, not ${about.ageYears}`);
  }
  const between = (least: number, most: number): number => least + rng.below(most - least + 1);
  const within = ([least, most]: Range): number => between(least, most);
  const stage = faceStage(about.ageYears);
  const { neckHalf, shoulderInset, ...range } = proportions[stage];
  const old = about.ageYears >= 60;
  const adultMan = about.sex === "1" && about.ageYears >= 20;
  const thinning = about.sex === "1" && about.ageYears >= 45 && rng.chance({ parts: 2, of: 5 });
  const headRadiusY = within(range.headRadiusY);
  return {
    backgroundLuma: between(165, 240),
    skinLuma: between(175, 230),
    headX: between(112, 128),
    headY: within(range.headY),
    headRadiusX: within(range.headRadiusX),
    headRadiusY,
    jaw: within(range.jaw),
    earSize: within(range.earSize),
    hair: rng.pick(thinning ? ["receding", "bald"] : hairOf[stage][about.sex]),
    hairLuma: old ? between(100, 150) : within(range.hairLuma),
    hairline: within(range.hairline),
    parting: rng.pick([1, -1]),
    eyeSpacing: within(range.eyeSpacing),
    eyeY: within(range.eyeY),
    eyeWidth: within(range.eyeWidth),
    eyeHeight: within(range.eyeHeight),
    browGap: within(range.browGap),
    browThickness: about.sex === "2" ? between(2, 4) : within(range.browThickness),
    browTilt: within(range.browTilt),
    noseLength: within(range.noseLength),
    noseWidth: within(range.noseWidth),
    mouthY: within(range.mouthY),
    mouthWidth: within(range.mouthWidth),
    smile: within(range.smile),
    lipThickness: within(range.lipThickness),
    glasses: stage !== "infant" && wearsGlasses(rng, stage, old) ? rng.pick(["round", "square"]) : "none",
    beard: adultMan && rng.chance({ parts: 1, of: 4 }) ? rng.pick(["moustache", "full"]) : "none",
    wrinkles: old ? between(2, 3) : about.ageYears >= 40 ? between(0, 1) : 0,
    clothes: rng.pick(clothesOf[stage]),
    clothesLuma: between(20, 215),
    shoulderY: within(range.shoulderY),
    neckHalf,
    shoulderInset,
  };
}

function wearsGlasses(rng: Rng, stage: FaceStage, old: boolean): boolean {
  if (stage === "child") return rng.chance({ parts: 1, of: 7 });
  return rng.chance({ parts: old ? 1 : 2, of: old ? 2 : 7 });
}
