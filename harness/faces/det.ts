import type { ConditionCounts } from "./recognition.ts";
import { HIGHEST_SCORE } from "./score-counts.ts";

/** A point of a detection error trade-off curve (ISO/IEC 19795-1): both error rates at one threshold, 0 to 1. */
export interface DetPoint {
  readonly threshold: number;
  readonly fmr: number;
  readonly fnmr: number;
}

/**
 * The curve over all thresholds that refuse somebody, so from 1; those at which nothing changes are left out. Empty
 * without comparisons.
 */
export function detCurve({ mated, nonMated }: ConditionCounts): readonly DetPoint[] {
  const points: DetPoint[] = [];
  if (mated.total === 0 || nonMated.total === 0) return points;
  for (let threshold = 1; threshold <= HIGHEST_SCORE; threshold++) {
    const fmr = nonMated.from(threshold) / nonMated.total;
    const fnmr = mated.below(threshold) / mated.total;
    const last = points.at(-1);
    if (last === undefined || last.fmr !== fmr || last.fnmr !== fnmr) points.push({ threshold, fmr, fnmr });
  }
  return points;
}

/** Where both error rates meet (EER): their mean at the threshold where they are nearest; undefined without a curve. */
export function equalErrorRate(
  curve: readonly DetPoint[],
): { readonly rate: number; readonly threshold: number } | undefined {
  const apart = ({ fmr, fnmr }: DetPoint): number => Math.abs(fmr - fnmr);
  const [first, ...rest] = curve;
  if (first === undefined) return undefined;
  const nearest = rest.reduce((best, point) => (apart(point) < apart(best) ? point : best), first);
  return { rate: (nearest.fmr + nearest.fnmr) / 2, threshold: nearest.threshold };
}

/** Deviates are looked for this far out on both sides: beyond the smallest rate that a million comparisons can show. */
const FARTHEST_DEVIATE = 6;
/** Halvings of that interval: enough for any picture. */
const HALVINGS = 40;

/**
 * The normal deviate of a probability between 0 and 1, both left out: the scale of a DET plot, on which scores that are
 * normally distributed give a straight line. Found by halving the interval, for it is only drawn.
 */
export function normalDeviate(probability: number): number {
  let [least, most] = [-FARTHEST_DEVIATE, FARTHEST_DEVIATE];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (least + most) / 2;
    if (shareBelow(middle) < probability) least = middle;
    else most = middle;
  }
  return (least + most) / 2;
}

/** Terms of the series; at 6 the last of them is below 1e-18. */
const TERMS = 120;

/** The standard normal distribution: 1/2 + density × (x + x³/3 + x⁵/(3·5) + …). */
function shareBelow(x: number): number {
  let term = x;
  let sum = x;
  for (let index = 1; index < TERMS; index++) {
    term *= (x * x) / (2 * index + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
