/** Errors among trials. */
export interface Proportion {
  readonly errors: number;
  readonly trials: number;
}

/** The share of errors, 0 to 1; 0 where nothing was tried. */
export function rateOf({ errors, trials }: Proportion): number {
  return trials === 0 ? 0 : errors / trials;
}

/** From so many errors on the true rate is within 30 % of the measured one, with 90 % confidence (rule of 30, Doddington). */
const ENOUGH_ERRORS = 30;
/** Without an error the true rate is below this over the trials, with 95 % confidence (rule of 3). */
const RULE_OF_THREE = 3;

/**
 * What a count can tell of the true rate, by the two rules of thumb in ISO/IEC 19795-1 Annex B. Both take the trials for
 * independent; comparisons that share a picture are not, so the truth is less sure than the words (docs/face.md).
 */
export type Confidence =
  | { readonly kind: "nothing-tried" }
  | { readonly kind: "below"; readonly rate: number }
  | { readonly kind: "too-few-errors" }
  | { readonly kind: "within-30-percent" };

/** The confidence a count deserves. */
export function confidenceIn({ errors, trials }: Proportion): Confidence {
  if (trials === 0) return { kind: "nothing-tried" };
  if (errors === 0) return { kind: "below", rate: Math.min(1, RULE_OF_THREE / trials) };
  return errors < ENOUGH_ERRORS ? { kind: "too-few-errors" } : { kind: "within-30-percent" };
}

/** A rate as text: three digits that count, `0.0123 %`. */
export function percent(rate: number): string {
  const value = rate * 100;
  if (value === 0 || value >= 99.95) return `${Math.round(value)} %`;
  return `${value >= 10 ? value.toFixed(1) : value.toFixed(Math.min(6, 1 - Math.floor(Math.log10(value))))} %`;
}

/**
 * A count as a rate with what it can tell, the same in both languages: `< 3.0 %` where no error was seen, `≈ 1.0 %` where
 * they were few, `12.3 %` where they were enough, `–` where nothing was tried.
 */
export function rateText(proportion: Proportion): string {
  const confidence = confidenceIn(proportion);
  switch (confidence.kind) {
    case "nothing-tried":
      return "–";
    case "below":
      return `< ${percent(confidence.rate)}`;
    case "too-few-errors":
      return `≈ ${percent(rateOf(proportion))}`;
    case "within-30-percent":
      return percent(rateOf(proportion));
  }
}

/** The count itself: `1 / 9900`. */
export const countText = ({ errors, trials }: Proportion): string => `${errors} / ${trials}`;
