import type { CardPictures } from "../../devices/cards/card-image.ts";
import { ageOn, type CivilDate } from "../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import type { Actor } from "../stage.ts";
import { drawCardPictures } from "./card-pictures.ts";
import { renderPortrait } from "./face-image.ts";
import { portraitFeatures } from "./portrait-features.ts";

/** Draws the pictures of an actor's card; same seed and day, same pictures. */
export function drawCard(
  seed: number,
  today: CivilDate,
): (actor: Actor, securityCode: string) => Promise<CardPictures> {
  return async ({ id, person }, securityCode) => {
    const ageYears = ageOn(person.birthdate, today);
    const features = portraitFeatures(rngFromSeed(seed).fork(`portrait/${id}`), { sex: person.sex, ageYears });
    return drawCardPictures({ ...person, securityCode }, await renderPortrait(features));
  };
}
