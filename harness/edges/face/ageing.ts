import type { PortraitFeatures, PortraitSubject } from "../portrait-features.ts";
import { faceStage, proportions, type Range } from "../portrait-proportions.ts";

/** Nobody is older (portrait-features.ts). */
const MAX_AGE_YEARS = 130;
/** From here on hair goes grey and skin gets lines, and the hair of a man goes back. */
const GREYING_FROM_YEARS = 35;
const WRINKLES_FROM_YEARS = 40;
/** Luma that grey hair comes to. */
const GREY_LUMA = 150;

/**
 * The same person `years` after the photograph was taken (cards are valid for ten years, five below 18: my-number-card.md).
 * Whoever grows up keeps their place among people of their age, feature by feature: who had wide-set eyes as a child has
 * them as a grown-up. Grown-ups get broader, their hair grey and higher, their mouth straighter. Ours.
 */
export function aged(features: PortraitFeatures, { ageYears }: PortraitSubject, years: number): PortraitFeatures {
  const now = Math.min(MAX_AGE_YEARS, ageYears + years);
  return matured(grown(features, ageYears, now), Math.max(ageYears, 18), now);
}

type Ranged = {
  readonly [K in keyof PortraitFeatures & keyof (typeof proportions)["adult"]]: PortraitFeatures[K];
};

/** From the proportions of one stage of life to those of another. */
function grown(features: PortraitFeatures, beforeYears: number, nowYears: number): PortraitFeatures {
  const [before, now] = [proportions[faceStage(beforeYears)], proportions[faceStage(nowYears)]];
  if (before === now) return features;
  const changed: Partial<Record<keyof Ranged, number>> = {};
  for (const key of Object.keys(now) as (keyof Ranged)[]) {
    const [from, to] = [before[key], now[key]];
    changed[key] = typeof from === "number" || typeof to === "number" ? Number(to) : carried(features[key], from, to);
  }
  return { ...features, ...changed };
}

function carried(value: number, [least, most]: Range, [newLeast, newMost]: Range): number {
  const share = most === least ? 0.5 : Math.max(0, Math.min(1, (value - least) / (most - least)));
  return Math.round(newLeast + share * (newMost - newLeast));
}

/** What the years of a grown-up do. */
function matured(features: PortraitFeatures, fromYears: number, nowYears: number): PortraitFeatures {
  const years = nowYears - fromYears;
  if (years <= 0) return features;
  const greying = Math.max(0, nowYears - Math.max(fromYears, GREYING_FROM_YEARS));
  const lined = Math.max(0, nowYears - Math.max(fromYears, WRINKLES_FROM_YEARS));
  const grey = Math.min(1, greying / 25);
  return {
    ...features,
    headRadiusX: features.headRadiusX + Math.round(years / 7),
    jaw: features.jaw + Math.round(years / 3),
    hairLuma: Math.round(features.hairLuma + Math.max(0, GREY_LUMA - features.hairLuma) * grey),
    hairline: features.hairline - Math.round(years / 2),
    eyeHeight: Math.max(3, features.eyeHeight - Math.round(years / 10)),
    noseWidth: features.noseWidth + Math.round(years / 10),
    smile: Math.max(0, features.smile - Math.round(years / 5)),
    wrinkles: Math.min(3, features.wrinkles + Math.ceil(lined / 10)),
  };
}
