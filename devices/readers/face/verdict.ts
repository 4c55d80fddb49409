import { type FaceScore, scoreFaces } from "./comparator.ts";
import type { FaceImage } from "./image.ts";
import { type LivenessScore, livenessOf } from "./liveness.ts";
import { type FaceQuality, qualityOf } from "./quality.ts";

/** What a try at face authentication came to before anybody decides. Numbers and a word: no picture, nothing private. */
export interface FaceMeasurement {
  readonly match: FaceScore;
  readonly live: LivenessScore;
  readonly quality: FaceQuality;
}

/** Limits of a reader profile, in thousandths; a profile's `face` has them. */
export interface FaceThresholds {
  /** Accepted at this match score or above. */
  readonly threshold: FaceScore;
  /** Taken for a person at this liveness score or above; without it the reader does not ask, and a print will do (RF-11). */
  readonly liveThreshold?: LivenessScore;
}

/** What the reader decides of a try. */
export type FaceDecision = "accepted" | "not-matched" | "not-live" | "poor-picture" | "time-over";

/** What the camera saw in a try: one frame, or two a moment apart, which lets liveness look for a blink. */
export type FaceFrames = readonly [FaceImage, FaceImage?];

/** What a try gives a reader: pictures to measure, or what measuring them would come to. */
export type FaceTry = FaceFrames | FaceMeasurement;

/** Where reader software goes wrong with a face: each a decision of its own, so that a broken reader differs in one. */
export interface FaceRules {
  /** Whether it is the same face; both in thousandths (F11). */
  acceptsFace(score: FaceScore, threshold: FaceScore): boolean;
  /** Whether a face below the profile's limit for life is refused (F11, F12; readers-and-line.md §15 RF-11). */
  readonly asksForLife: boolean;
}

/** What careful reader software decides of a face. */
export const carefulFaceRules: FaceRules = {
  acceptsFace: (score, threshold) => score >= threshold,
  asksForLife: true,
};

/** Life and quality do not depend on the card: frames seen again are not measured again. They live as long as the frames. */
const looks = new WeakMap<FaceFrames, Omit<FaceMeasurement, "match">>();

/** Measures a try against the picture from the card. A MisuseError names the field of a picture that is none. */
export function measureFace(frames: FaceFrames, reference: FaceImage): FaceMeasurement {
  const [frame, later] = frames;
  const look = looks.get(frames) ?? { live: livenessOf(frame, later).score, quality: qualityOf(frame) };
  looks.set(frames, look);
  return { match: scoreFaces(frame, reference), ...look };
}

/**
 * Decides a try: undefined is one without a picture within the time of the profile (RF-10). A poor picture is told before
 * a doubt about life, a doubt before a score: each is what the person can do something about (the order is ours).
 */
export function decideFace(
  measured: FaceMeasurement | undefined,
  { threshold, liveThreshold = 0 }: FaceThresholds,
  { acceptsFace, asksForLife }: FaceRules = carefulFaceRules,
): FaceDecision {
  if (measured === undefined) return "time-over";
  const { match, live, quality } = measured;
  if (quality !== "good") return "poor-picture";
  if (asksForLife && live < liveThreshold) return "not-live";
  return acceptsFace(match, threshold) ? "accepted" : "not-matched";
}
