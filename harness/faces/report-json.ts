import type { Calibration, CalibrationPlan } from "./calibration.ts";
import { detCurve, equalErrorRate } from "./det.ts";
import { attacksAccepted, type ConditionCounts, livenessErrorsAt, recognitionAt } from "./recognition.ts";
import { HIGHEST_SCORE, type ScoreCounts } from "./score-counts.ts";
import { caveats, FACE_TERMS } from "./words.ts";

/** Raised when a reader of the old shape would misread the new one. */
const FORMAT = 1;
/** Distance between the thresholds at which the counts of a curve are written. */
const STEP = 25;

/** The calibration for machines: counts, so that anybody can work out other rates. The same plan gives the same bytes. */
export function calibrationJson({ plan, enrolled, conditions }: Calibration): string {
  const { persons, seed, asOf, thresholds } = plan;
  const { threshold, liveThreshold } = thresholds;
  const report = {
    format: FORMAT,
    caveats,
    terms: FACE_TERMS,
    plan: { persons, seed, asOf, threshold, liveThreshold },
    failureToEnrol: { errors: persons - enrolled, trials: persons },
    conditions: conditions.map((counts) => conditionOf(counts, thresholds)),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function conditionOf(counts: ConditionCounts, { threshold, liveThreshold }: CalibrationPlan["thresholds"]) {
  const { id, presents, tries, qualities, mated, nonMated, live, accepted } = counts;
  const { fta, fnmr, fmr, frr, far } = recognitionAt(counts, threshold);
  const attack = presents === "attack";
  return {
    id,
    presents,
    tries,
    qualities,
    accepted,
    failureToAcquire: fta,
    falseNonMatch: fnmr,
    falseMatch: fmr,
    falseRejectRate: sixDigits(frr),
    falseAcceptRate: sixDigits(far),
    equalErrorRate: equalErrorRateOf(counts),
    ...(attack
      ? { apcer: livenessErrorsAt(counts, liveThreshold), iapar: attacksAccepted(counts) }
      : { bpcer: livenessErrorsAt(counts, liveThreshold) }),
    mated: summary(mated),
    nonMated: summary(nonMated),
    live: summary(live),
    curve: Array.from({ length: HIGHEST_SCORE / STEP + 1 }, (_, index) => ({
      threshold: index * STEP,
      falseNonMatches: mated.below(index * STEP),
      falseMatches: nonMated.from(index * STEP),
    })),
  };
}

function equalErrorRateOf(counts: ConditionCounts) {
  const equal = equalErrorRate(detCurve(counts));
  return equal === undefined ? null : { rate: sixDigits(equal.rate), threshold: equal.threshold };
}

function summary(scores: ScoreCounts) {
  const at = (thousandths: number): number | null => scores.quantile(thousandths) ?? null;
  return { count: scores.total, least: at(0), tenth: at(100), median: at(500), ninth: at(900), most: at(1_000) };
}

const sixDigits = (rate: number): number => Math.round(rate * 1e6) / 1e6;
