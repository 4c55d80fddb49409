import type { Rng } from "../../../simulator/kernel/rng.ts";
import { renderPortrait } from "../face-image.ts";
import { type PortraitFeatures, type PortraitSubject, portraitFeatures } from "../portrait-features.ts";
import type { Moments } from "./raster.ts";

/** Whoever stands before the camera: what is drawn, and how they look at two moments. */
export interface FaceSubject {
  readonly about: PortraitSubject;
  readonly features: PortraitFeatures;
  /** Eyes open, as on the card; then in the middle of a blink. */
  readonly moments: Moments;
}

/** Draws a person from a stream of chance; the first moment is the portrait on the card. */
export async function faceSubject(rng: Rng, about: PortraitSubject): Promise<FaceSubject> {
  const features = portraitFeatures(rng, about);
  return { about, features, moments: await momentsOf(features) };
}

/** How somebody with these features looks with open eyes and in the middle of a blink. */
export function momentsOf(features: PortraitFeatures): Promise<Moments> {
  return Promise.all([renderPortrait(features), renderPortrait(blinking(features))]);
}

/** The lids all but shut, the brows where they were, the mouth a little wider (ours: a person at a reader is asked to look). */
function blinking(features: PortraitFeatures): PortraitFeatures {
  const eyeHeight = 1;
  return {
    ...features,
    eyeHeight,
    browGap: features.browGap + features.eyeHeight - eyeHeight,
    smile: features.smile + 2,
  };
}
