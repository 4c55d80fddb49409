import type { ConditionCounts } from "../../../harness/faces/recognition.ts";
import { ScoreCounts } from "../../../harness/faces/score-counts.ts";

/** Counts of some scores. */
export function scores(...of: readonly number[]): ScoreCounts {
  const counts = new ScoreCounts();
  for (const score of of) counts.add(score);
  return counts;
}

/** A condition with these scores; every try that has none had a poor picture. */
export function counts(over: Partial<ConditionCounts>): ConditionCounts {
  const mated = over.mated ?? scores();
  return {
    id: "normal",
    presents: "person",
    tries: mated.total,
    qualities: { good: mated.total, "no-face": 0, "too-dark": 0, backlit: 0, "too-blurred": 0 },
    mated,
    nonMated: scores(),
    live: scores(),
    accepted: 0,
    ...over,
  };
}
