import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attacksAccepted, livenessErrorsAt, recognitionAt, thresholdFor } from "../../../harness/faces/recognition.ts";
import { ScoreCounts } from "../../../harness/faces/score-counts.ts";
import { counts, scores } from "./counts.ts";

describe("counted scores", () => {
  test("are below a threshold or reach it, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000 })),
        fc.integer({ min: 0, max: 1_000 }),
        (all, threshold) => {
          const counted = scores(...all);
          expect(counted.total).toBe(all.length);
          expect(counted.below(threshold)).toBe(all.filter((score) => score < threshold).length);
          expect(counted.from(threshold)).toBe(all.filter((score) => score >= threshold).length);
        },
      ),
    );
  });

  test("have a least, a median and a most", () => {
    const counted = scores(10, 20, 30, 40, 1_000);
    expect([0, 500, 1_000].map((share) => counted.quantile(share))).toEqual([10, 30, 1_000]);
    expect(new ScoreCounts().quantile(500)).toBeUndefined();
  });

  test.each([-1, 1_001, 0.5, Number.NaN])("are no place for %s", (score) => {
    expect(() => scores(score)).toThrow("0 to 1000");
  });
});

describe("the rates of recognition", () => {
  const ten = counts({
    tries: 10,
    mated: scores(599, 600, 601, 700, 800, 800, 900, 900),
    nonMated: scores(0, 0, 100, 599, 600),
  });

  test("count failures to acquire, false non-matches and false matches apart", () => {
    const { fta, fnmr, fmr } = recognitionAt(ten, 600);
    expect(fta).toEqual({ errors: 2, trials: 10 });
    expect(fnmr).toEqual({ errors: 1, trials: 8 });
    expect(fmr).toEqual({ errors: 1, trials: 5 });
  });

  test("put failures to acquire into false rejects, and take them out of false accepts", () => {
    const { frr, far } = recognitionAt(ten, 600);
    expect(frr).toBeCloseTo(0.2 + (1 / 8) * 0.8, 12);
    expect(far).toBeCloseTo((1 / 5) * 0.8, 12);
  });

  test("of nobody acquired are all rejects and no accepts", () => {
    expect(recognitionAt(counts({ tries: 4 }), 600)).toMatchObject({ frr: 1, far: 0 });
  });

  test("trade one error for the other as the threshold rises", () => {
    const some = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.nat(999), (mated, nonMated, threshold) => {
        const all = counts({ mated: scores(...mated), nonMated: scores(...nonMated) });
        const [lower, higher] = [recognitionAt(all, threshold), recognitionAt(all, threshold + 1)];
        expect(higher.fnmr.errors).toBeGreaterThanOrEqual(lower.fnmr.errors);
        expect(higher.fmr.errors).toBeLessThanOrEqual(lower.fmr.errors);
      }),
    );
  });
});

describe("the errors of liveness", () => {
  const live = scores(0, 499, 500, 501);

  test("are people below the threshold, and attacks that reach it", () => {
    expect(livenessErrorsAt(counts({ live }), 500)).toEqual({ errors: 2, trials: 4 });
    expect(livenessErrorsAt(counts({ live, presents: "attack" }), 500)).toEqual({ errors: 2, trials: 4 });
    expect(livenessErrorsAt(counts({ live, presents: "attack" }), 501)).toEqual({ errors: 1, trials: 4 });
  });

  test("are no more than what the whole gate lets through of all attacks tried", () => {
    expect(attacksAccepted(counts({ tries: 5, accepted: 1, presents: "attack" }))).toEqual({ errors: 1, trials: 5 });
  });
});

describe("the threshold for a false match rate", () => {
  test("is the lowest that keeps it", () => {
    const nonMated = scores(...Array.from({ length: 99 }, () => 100), 600);
    expect(thresholdFor(nonMated, 0.01)).toBe(101);
    expect(thresholdFor(nonMated, 0.005)).toBe(601);
    expect(thresholdFor(nonMated, 1)).toBe(0);
  });

  test("is none where even the highest score comes up too often", () => {
    expect(thresholdFor(scores(1_000), 0.5)).toBeUndefined();
  });
});
