import { createHash } from "node:crypto";
import { blankPictures, type CardPictures } from "../../devices/cards/card-image.ts";
import type { FaceImage } from "../../devices/readers/face-gate.ts";
import { ageOn, civilDate } from "../../simulator/kernel/civil-time.ts";
import { type Rng, rngFromSeed } from "../../simulator/kernel/rng.ts";
import { Population } from "../../simulator/population/person.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { Pictures } from "../pictures.ts";
import { type Scenario, singleSteps } from "../scenario.ts";
import { findPerson, personaById, securityCodeOf } from "../stage.ts";
import { drawCardPictures } from "./card-pictures.ts";
import { captureFrame, renderPortrait } from "./face-image.ts";
import { loadJpeg2000 } from "./jpeg2000.ts";
import { portraitFeatures } from "./portrait-features.ts";

interface Portrait {
  readonly pictures: CardPictures;
  readonly drawn: FaceImage;
  readonly rng: Rng;
}

/**
 * Draws everybody who looks into a camera, before time zero. Cards of people who never do carry no photo here: nobody
 * reads it, and a start without pictures is a start in half the time.
 */
export async function preparePictures(scenario: Scenario, seed: number): Promise<Pictures> {
  const faces = new Set(
    singleSteps(scenario.steps).flatMap((step) =>
      step.step === "check-in" && step.methods.includes("face") ? [step.persona] : [],
    ),
  );
  if (faces.size === 0) return { cardOf: () => blankPictures, liveFace: noFace, decode: () => undefined, sha256: "" };
  const codec = await loadJpeg2000();
  const today = civilDate(scenario.policyDate);
  const population = new Population(seed, { asOf: today });
  const portraits = new Map<PersonaId, Portrait>();
  const hash = createHash("sha256");
  for (const id of faces) {
    const [person] = findPerson(personaById(id), population, today);
    const rng = rngFromSeed(seed).fork(`portrait/${id}`);
    const features = portraitFeatures(rng, { sex: person.sex, ageYears: ageOn(person.birthdate, today) });
    const drawn = await renderPortrait(features);
    const securityCode = securityCodeOf(id, rngFromSeed(seed).fork(scenario.id));
    const pictures = await drawCardPictures({ ...person, securityCode }, drawn);
    portraits.set(id, { pictures, drawn, rng });
    for (const picture of [pictures.photo, pictures.name, pictures.address]) hash.update(picture);
    hash.update(drawn.luma);
  }
  const frames = new Map<string, FaceImage>();
  const decoded = new Map<string, FaceImage | undefined>();
  return {
    cardOf: (id) => portraits.get(id)?.pictures ?? blankPictures,
    // What the camera sees follows from the drawing and the persona's own chance: drawn once, and not hashed as well.
    liveFace(id, condition) {
      const key = `${id} ${condition}`;
      const portrait = portraits.get(id);
      const frame = frames.get(key) ?? (portrait === undefined ? noFace() : capture(portrait, condition));
      frames.set(key, frame);
      return frame;
    },
    decode(photo) {
      // A chip's photo is decoded once (performance.md §8): the card is read many times, its picture does not change.
      const key = createHash("sha256").update(photo).digest("hex");
      if (!decoded.has(key)) decoded.set(key, codec.decode(photo));
      return decoded.get(key);
    },
    sha256: hash.digest("hex"),
  };
}

function capture({ drawn, rng }: Portrait, condition: "normal" | "masked"): FaceImage {
  return captureFrame(drawn, condition, rng.fork(condition));
}

function noFace(): FaceImage {
  return { widthPx: 1, heightPx: 1, luma: new Uint8Array(1) };
}
