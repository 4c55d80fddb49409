import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { flatnessOf } from "./cues/flatness.ts";
import { fringesOf } from "./cues/fringes.ts";
import { livelinessOf } from "./cues/liveliness.ts";
import { rimOf } from "./cues/rim.ts";
import type { FaceImage } from "./image.ts";

/**
 * How sure it is that a person and no picture of one is there, in whole thousandths from 0 to 1000. From where on that is
 * enough is a value of the reader profile (our choice: no figure is public, readers-and-line.md §7).
 */
export type LivenessScore = number;

/** What makes a picture suspicious. */
interface Cue<I extends string> {
  readonly id: I;
  readonly title: Bilingual;
  /** The measure, in thousandths; undefined where it needs a second frame and there is none. */
  readonly measure: (frame: FaceImage, later: FaceImage | undefined) => number | undefined;
  /** No doubt up to here. */
  readonly clean: number;
  /** All of `weight` from here on; below `clean` where little is suspicious. */
  readonly suspicious: number;
  /** What it takes off the score at most, in thousandths. */
  readonly weight: number;
}

function cue<const I extends string>(row: Cue<I>): Cue<I> {
  return row;
}

/** The cues. Limits and weights are ours, set between drawn persons and drawn attacks (docs/face.md has the figures). */
export const livenessCues = [
  cue({
    id: "fringes",
    title: { ja: "画面のモアレ縞", en: "fringes of a screen (moiré)" },
    measure: fringesOf,
    clean: 120,
    suspicious: 300,
    weight: 900,
  }),
  cue({
    id: "flatness",
    title: { ja: "黒が浮く（印刷物の狭い明暗）", en: "black that is not black (narrow range of a print)" },
    measure: flatnessOf,
    clean: 210,
    suspicious: 380,
    weight: 700,
  }),
  cue({
    id: "rim",
    title: { ja: "紙や端末の縁", en: "rim of paper or telephone" },
    measure: rimOf,
    clean: 700,
    suspicious: 950,
    weight: 500,
  }),
  cue({
    id: "stillness",
    title: { ja: "部分的な動きがない（まばたきなし）", en: "nothing moves by itself (no blink)" },
    measure: (frame, later) => (later === undefined ? undefined : livelinessOf(frame, later)),
    clean: 250,
    suspicious: 80,
    weight: 400,
  }),
] as const;

/** One of {@link livenessCues}. */
export type LivenessCueId = (typeof livenessCues)[number]["id"];

/** A liveness score and how it came about. */
export interface Liveness {
  readonly score: LivenessScore;
  /** What each cue took off, in thousandths. */
  readonly doubts: Readonly<Record<LivenessCueId, number>>;
}

/**
 * Presentation attack detection (ISO/IEC 30107-1) as a simulator has it: 1000 less the doubts of all cues, never below 0.
 * A second frame, taken a moment later, lets it look for a blink. Pure; a MisuseError names the field of a picture that
 * is none. It knows our drawn attacks only and says nothing about a product.
 */
export function livenessOf(frame: FaceImage, later?: FaceImage): Liveness {
  const doubts = { fringes: 0, flatness: 0, rim: 0, stillness: 0 };
  for (const { id, measure, clean, suspicious, weight } of livenessCues) {
    const measured = measure(frame, later);
    if (measured === undefined) continue;
    const share = Math.max(0, Math.min(1, (measured - clean) / (suspicious - clean)));
    doubts[id] = Math.round(weight * share);
  }
  const { fringes, flatness, rim, stillness } = doubts;
  return { score: Math.max(0, 1000 - fringes - flatness - rim - stillness), doubts };
}
