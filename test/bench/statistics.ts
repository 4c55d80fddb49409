/** What several rounds of one measurement came to. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Median and range; the median of an even number of rounds is the upper of the two in the middle. */
export function spreadOf(rounds: readonly number[]): Spread {
  const sorted = [...rounds].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(sorted.length >> 1), lowest: at(0), highest: at(sorted.length - 1) };
}

/** A piece of work; returns the milliseconds of the part that counts. */
export type Timed = () => number;

/** Milliseconds `work` takes. */
export function timeMs(work: () => void): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

/**
 * Measures several works in turns, each round in the other direction, so that a machine that drifts drifts for all of
 * them (performance.md, "Noise"). The first round warms up and is thrown away. Milliseconds by work and round.
 */
export function takeTurns(rounds: number, works: readonly Timed[]): readonly (readonly number[])[] {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    const order = [...works.entries()];
    for (const [index, work] of round % 2 === 0 ? order : order.reverse()) {
      const ms = work();
      if (round > 0) times[index]?.push(ms);
    }
  }
  return times;
}

/** {@link takeTurns} for works that wait for something outside: each ends before the next one begins. What each round gave. */
export async function takeTurnsInTime<T>(
  rounds: number,
  works: readonly (() => Promise<T>)[],
): Promise<readonly (readonly T[])[]> {
  const results: T[][] = works.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    const order = [...works.entries()];
    for (const [index, work] of round % 2 === 0 ? order : order.reverse()) {
      const result = await work();
      if (round > 0) results[index]?.push(result);
    }
  }
  return results;
}

/** Round by round `dividend / divisor`: ratios of neighbours, not of medians. */
export function ratios(dividend: readonly number[], divisor: readonly number[]): readonly number[] {
  return dividend.map((ms, round) => ms / (divisor[round] ?? Number.NaN));
}

/** How often a second, when `count` of them take `ms`. */
export const perSecond = (count: number, ms: readonly number[]): readonly number[] =>
  ms.map((one) => (count * 1_000) / one);
