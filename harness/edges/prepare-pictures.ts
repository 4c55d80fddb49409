import { createHash } from "node:crypto";
import { blankPictures, type CardPictures } from "../../devices/cards/card-image.ts";
import type { FaceImage } from "../../devices/readers/face-gate.ts";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { civilDate } from "../../simulator/kernel/civil-time.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import type { Pictures } from "../pictures.ts";
import { type Scenario, singleSteps } from "../scenario.ts";
import { securityCodeOf } from "../stage.ts";
import { drawCardPictures } from "./card-pictures.ts";
import { type FaceConditionId, faceConditions } from "./face/conditions.ts";
import { type PersonaSubject, personaSubject } from "./face/persona-subject.ts";
import type { Moments } from "./face/raster.ts";
import { type Jpeg2000, loadJpeg2000 } from "./jpeg2000.ts";
import { loadMedicalDocuments } from "./medical-documents.ts";

/** On the chip of whose tries are all scripted: nobody looks at it, but without a photo a reader offers no face (RF-13). */
const UNSEEN_PHOTO = Uint8Array.of(0);
const unseen: FaceImage = { widthPx: 1, heightPx: 1, luma: new Uint8Array(1) };

/**
 * Draws everybody who looks into a camera, and the frames it takes of them, before time zero. Cards of people who never do
 * carry no photo here: nobody reads it, and a start without pictures is a start in half the time.
 */
export async function preparePictures(scenario: Scenario, seed: number): Promise<Pictures> {
  const today = civilDate(scenario.policyDate);
  const cards = new Map<PersonaId, CardPictures>();
  const frames = new Map<string, Moments>();
  for (const [id, conditions] of conditionsBeforeCameras(scenario)) {
    if (conditions.size === 0) {
      cards.set(id, { ...blankPictures, photo: UNSEEN_PHOTO });
      continue;
    }
    const somebody = await personaSubject(id, seed, today);
    const securityCode = securityCodeOf(id, rngFromSeed(seed).fork(scenario.id));
    cards.set(id, await drawCardPictures({ ...somebody.person, securityCode }, somebody.subject.moments[0]));
    for (const condition of conditions) frames.set(`${id} ${condition}`, await framesOf(somebody, condition));
  }
  return {
    cardOf: (id) => cards.get(id) ?? blankPictures,
    liveFace(id, condition) {
      const taken = frames.get(`${id} ${condition}`);
      ensure(taken !== undefined, `no step of the scenario has ${id} before a camera as ${condition}`);
      return taken;
    },
    decode: decodingOnce(frames.size === 0 ? undefined : await loadJpeg2000()),
    ...(asksForPdf(scenario) ? { documents: await loadMedicalDocuments() } : {}),
    sha256: frames.size === 0 ? "" : hashOf([...cards.values()], [...frames.values()]),
  };
}

/** Fonts are read where a step asks for a PDF of medical information. */
function asksForPdf({ steps }: Scenario): boolean {
  return singleSteps(steps).some((step) => step.step === "view-medical" && step.as === "pdf");
}

/** Who looks into a camera, and the conditions to draw: none where a script says what the tries come to. */
function conditionsBeforeCameras({ steps }: Scenario): ReadonlyMap<PersonaId, ReadonlySet<FaceConditionId>> {
  const conditions = new Map<PersonaId, Set<FaceConditionId>>();
  for (const step of singleSteps(steps)) {
    if (step.step !== "check-in" || !step.methods.includes("face")) continue;
    const own = conditions.get(step.persona) ?? new Set();
    if (step.faceScores === undefined) own.add(step.face ?? "normal");
    conditions.set(step.persona, own);
  }
  return conditions;
}

/** What the camera takes follows from the drawing and the persona's own chance. */
function framesOf({ subject, rng }: PersonaSubject, id: FaceConditionId): Promise<Moments> {
  const condition = faceConditions.find((candidate) => candidate.id === id);
  ensure(condition !== undefined, `there is no condition ${id}`);
  return condition.take(subject, rng.fork(id));
}

/** A chip's photo is decoded once (performance.md §8): the card is read many times, its picture does not change. */
function decodingOnce(codec: Jpeg2000 | undefined): Pictures["decode"] {
  const decoded = new Map<string, FaceImage | undefined>();
  return (photo) => {
    const key = createHash("sha256").update(photo).digest("hex");
    if (!decoded.has(key)) decoded.set(key, sameBytes(photo, UNSEEN_PHOTO) ? unseen : codec?.decode(photo));
    return decoded.get(key);
  };
}

function hashOf(cards: readonly CardPictures[], frames: readonly Moments[]): string {
  const hash = createHash("sha256");
  for (const { photo, name, address } of cards) for (const picture of [photo, name, address]) hash.update(picture);
  for (const { luma } of frames.flat()) hash.update(luma);
  return hash.digest("hex");
}
