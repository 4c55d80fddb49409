import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { confidenceIn, countText, percent, rateOf, rateText } from "../../../harness/faces/proportion.ts";

describe("what a count can tell", () => {
  test.each([
    [0, 0, "–"],
    [0, 300, "< 1.0 %"],
    [0, 9_900, "< 0.030 %"],
    [0, 2, "< 100 %"],
    [1, 9_900, "≈ 0.010 %"],
    [29, 100, "≈ 29.0 %"],
    [30, 100, "30.0 %"],
    [100, 100, "100 %"],
  ])("of %i errors in %i trials is %s", (errors, trials, text) => {
    expect(rateText({ errors, trials })).toBe(text);
  });

  test("is a bound by the rule of three where no error was seen, never above one", () => {
    expect(confidenceIn({ errors: 0, trials: 1_000 })).toEqual({ kind: "below", rate: 0.003 });
    expect(confidenceIn({ errors: 0, trials: 1 })).toEqual({ kind: "below", rate: 1 });
  });

  test("has its count beside it", () => {
    expect(countText({ errors: 3, trials: 9_900 })).toBe("3 / 9900");
  });

  test("is a rate from 0 to 1, written with two digits or more that count", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (errors, more) => {
        const rate = rateOf({ errors, trials: errors + more });
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
        const written = Number(percent(rate).replace(" %", "")) / 100;
        expect(Math.abs(written - rate)).toBeLessThanOrEqual(0.051 * rate);
      }),
    );
  });
});
