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

/** A decision and what it rests on; nothing was measured where the time was over. */
export interface FaceVerdict {
  readonly decision: FaceDecision;
  readonly measured: FaceMeasurement | undefined;
}

/** What the camera saw in a try: one frame, or two a moment apart, which lets liveness look for a blink. */
export type FaceFrames = readonly [FaceImage, FaceImage?];

/** Measures a try against the picture from the card. A MisuseError names the field of a picture that is none. */
export function measureFace([frame, later]: FaceFrames, reference: FaceImage): FaceMeasurement {
  return {
    match: scoreFaces(frame, reference),
    live: livenessOf(frame, later).score,
    quality: qualityOf(frame),
  };
}

/**
 * Decides a try: undefined is one without a picture within the time of the profile (RF-10). A poor picture is told before
 * a doubt about life, a doubt before a score: each is what the person can do something about (the order is ours).
 */
export function decideFace(measured: FaceMeasurement | undefined, thresholds: FaceThresholds): FaceVerdict {
  return { decision: decisionOn(measured, thresholds), measured };
}

function decisionOn(
  measured: FaceMeasurement | undefined,
  { threshold, liveThreshold = 0 }: FaceThresholds,
): FaceDecision {
  if (measured === undefined) return "time-over";
  if (measured.quality !== "good") return "poor-picture";
  if (measured.live < liveThreshold) return "not-live";
  return measured.match >= threshold ? "accepted" : "not-matched";
}
