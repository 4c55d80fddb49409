import type { FaceQuality } from "../../devices/readers/face/quality.ts";
import type { Presentation } from "../edges/face/condition.ts";
import { type Proportion, rateOf } from "./proportion.ts";
import { HIGHEST_SCORE, type ScoreCounts } from "./score-counts.ts";

/** Everything counted under one condition. Scores are those of pictures that were good enough to compare. */
export interface ConditionCounts {
  readonly id: string;
  readonly presents: Presentation;
  /** Tries: one by each enrolled person, or one attack on each. */
  readonly tries: number;
  /** Tries by the quality of their picture. */
  readonly qualities: Readonly<Record<FaceQuality, number>>;
  /** The person against their own photograph: mated comparisons; of an attack, the person shown. */
  readonly mated: ScoreCounts;
  /** The person against the photographs of others: non-mated comparisons, of zero effort. */
  readonly nonMated: ScoreCounts;
  readonly live: ScoreCounts;
  /** Tries that the whole gate accepted: good, alive and alike. */
  readonly accepted: number;
}

/** The rates of recognition at one threshold, in the terms of ISO/IEC 19795-1. */
export interface RecognitionRates {
  /** Failure to acquire: no picture good enough. */
  readonly fta: Proportion;
  /** False non-match: a mated comparison below the threshold. */
  readonly fnmr: Proportion;
  /** False match: a non-mated comparison that reaches it. */
  readonly fmr: Proportion;
  /** False reject of a try: FTA + FNMR × (1 − FTA). */
  readonly frr: number;
  /** False accept of a try: FMR × (1 − FTA). */
  readonly far: number;
}

/** The rates of a condition at a threshold. */
export function recognitionAt({ tries, mated, nonMated }: ConditionCounts, threshold: number): RecognitionRates {
  const fta = { errors: tries - mated.total, trials: tries };
  const fnmr = { errors: mated.below(threshold), trials: mated.total };
  const fmr = { errors: nonMated.from(threshold), trials: nonMated.total };
  const acquired = 1 - rateOf(fta);
  return { fta, fnmr, fmr, frr: rateOf(fta) + rateOf(fnmr) * acquired, far: rateOf(fmr) * acquired };
}

/**
 * Presentations that liveness took for the wrong thing, in the terms of ISO/IEC 30107-3: of an attack those taken for a
 * person (APCER), of a person those taken for an attack (BPCER). Those without a good picture got no answer and are not
 * among them.
 */
export function livenessErrorsAt({ presents, live }: ConditionCounts, threshold: number): Proportion {
  return { errors: presents === "attack" ? live.from(threshold) : live.below(threshold), trials: live.total };
}

/** Attacks that the whole gate let through (IAPAR; IAPMR in the edition of 2017). */
export function attacksAccepted({ tries, accepted }: ConditionCounts): Proportion {
  return { errors: accepted, trials: tries };
}

/** The lowest threshold at which the false match rate is no higher than `most`; undefined when there is none up to 1000. */
export function thresholdFor(nonMated: ScoreCounts, most: number): number | undefined {
  for (let threshold = 0; threshold <= HIGHEST_SCORE; threshold++) {
    if (nonMated.from(threshold) <= most * nonMated.total) return threshold;
  }
  return undefined;
}
