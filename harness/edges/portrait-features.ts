import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";

const hairStyles = ["cropped", "parted", "fringe", "bob", "long", "bun", "curly", "receding", "bald"] as const;
/** How the hair is drawn. */
export type HairStyle = (typeof hairStyles)[number];

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
}

/** Sex as the eligibility messages write it, "1" male, "2" female, "3" not stated, and the age in whole years. */
export interface PortraitSubject {
  readonly sex: "1" | "2" | "3";
  readonly ageYears: number;
}

const hairOf: Readonly<Record<PortraitSubject["sex"], readonly HairStyle[]>> = {
  "1": ["cropped", "parted", "fringe", "curly", "cropped", "parted"],
  "2": ["bob", "long", "bun", "curly", "parted", "fringe"],
  "3": ["cropped", "parted", "fringe", "bob", "curly", "long"],
};

/** Draws the features of one person from a stream of chance; the same stream gives the same face. */
export function portraitFeatures(rng: Rng, about: PortraitSubject): PortraitFeatures {
  if (!Number.isInteger(about.ageYears) || about.ageYears < 0 || about.ageYears > 130) {
    throw new MisuseError("ageYears", `an age is a whole number of years from 0 to 130, not ${about.ageYears}`);
  }
  const between = (least: number, most: number): number => least + rng.below(most - least + 1);
  const child = about.ageYears < 13;
  const old = about.ageYears >= 60;
  const adultMan = about.sex === "1" && about.ageYears >= 20;
  const thinning = about.sex === "1" && about.ageYears >= 45 && rng.chance({ parts: 2, of: 5 });
  const headRadiusY = child ? between(64, 74) : between(70, 90);
  return {
    backgroundLuma: between(165, 240),
    skinLuma: between(175, 230),
    headX: between(112, 128),
    headY: between(138, 160),
    headRadiusX: child ? between(54, 64) : between(48, 67),
    headRadiusY,
    jaw: between(24, 66),
    earSize: between(7, 15),
    hair: rng.pick(thinning ? ["receding", "bald"] : hairOf[about.sex]),
    hairLuma: old ? between(100, 150) : between(15, 95),
    hairline: between(8, 34),
    parting: rng.pick([1, -1]),
    eyeSpacing: between(20, 32),
    eyeY: child ? between(8, 16) : between(-10, 8),
    eyeWidth: child ? between(12, 15) : between(8, 14),
    eyeHeight: child ? between(8, 11) : between(3, 9),
    browGap: between(9, 20),
    browThickness: about.sex === "2" || child ? between(2, 4) : between(3, 8),
    browTilt: between(-4, 3),
    noseLength: child ? between(12, 18) : between(18, 32),
    noseWidth: child ? between(5, 8) : between(6, 14),
    mouthY: child ? between(38, 44) : between(38, 50),
    mouthWidth: between(12, 28),
    smile: between(0, 12),
    lipThickness: between(2, 7),
    glasses: rng.chance({ parts: old ? 1 : 2, of: old ? 2 : 7 }) ? rng.pick(["round", "square"]) : "none",
    beard: adultMan && rng.chance({ parts: 1, of: 4 }) ? rng.pick(["moustache", "full"]) : "none",
    wrinkles: old ? between(2, 3) : about.ageYears >= 40 ? between(0, 1) : 0,
    clothes: rng.pick(child ? ["collar", "round", "stripes"] : ["collar", "round", "jacket", "stripes"]),
    clothesLuma: between(20, 215),
    shoulderY: between(250, 274),
  };
}
