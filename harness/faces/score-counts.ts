import { ensure } from "../../simulator/kernel/errors.ts";

/** Scores go from 0 to this, in whole thousandths. */
export const HIGHEST_SCORE = 1_000;

/** How often each score came up. As large for a million comparisons as for one. */
export class ScoreCounts {
  readonly #counts = new Uint32Array(HIGHEST_SCORE + 1);
  #total = 0;

  /** Scores counted. */
  get total(): number {
    return this.#total;
  }

  /** Counts a score. */
  add(score: number): void {
    ensure(Number.isInteger(score) && score >= 0 && score <= HIGHEST_SCORE, `a score is 0 to 1000, not ${score}`);
    this.#counts[score] = (this.#counts[score] ?? 0) + 1;
    this.#total++;
  }

  /** How many are below a threshold. */
  below(threshold: number): number {
    let sum = 0;
    for (let score = 0; score < threshold; score++) sum += this.#counts[score] ?? 0;
    return sum;
  }

  /** How many reach a threshold. */
  from(threshold: number): number {
    return this.#total - this.below(threshold);
  }

  /** The score that `thousandths` of all do not exceed; undefined when nothing was counted. */
  quantile(thousandths: number): number | undefined {
    let seen = 0;
    for (let score = 0; score <= HIGHEST_SCORE; score++) {
      seen += this.#counts[score] ?? 0;
      if (seen > 0 && seen * 1_000 >= thousandths * this.#total) return score;
    }
    return undefined;
  }
}
