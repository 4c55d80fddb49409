import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { detCurve, equalErrorRate, normalDeviate } from "../../../harness/faces/det.ts";
import { detPicture } from "../../../harness/faces/det-picture.ts";
import { pageLettering } from "../../../harness/faces/lettering.ts";
import { counts, scores } from "./counts.ts";

const some = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 60 });
const apart = detCurve(counts({ mated: scores(700, 800, 900), nonMated: scores(0, 100, 200) }));
const mixed = detCurve(counts({ mated: scores(300, 500, 700, 900), nonMated: scores(100, 200, 400, 600) }));

describe("a DET curve", () => {
  test("has a point for every threshold at which something changes", () => {
    expect(detCurve(counts({ mated: scores(500), nonMated: scores(200) }))).toEqual([
      { threshold: 1, fmr: 1, fnmr: 0 },
      { threshold: 201, fmr: 0, fnmr: 0 },
      { threshold: 501, fmr: 0, fnmr: 1 },
    ]);
  });

  test("is empty where nothing was compared", () => {
    expect(detCurve(counts({}))).toEqual([]);
    expect(equalErrorRate([])).toBeUndefined();
  });

  test("only ever gives one error for the other", () => {
    fc.assert(
      fc.property(some, some, (mated, nonMated) => {
        const curve = detCurve(counts({ mated: scores(...mated), nonMated: scores(...nonMated) }));
        for (const [index, point] of curve.entries()) {
          const before = curve[index - 1];
          if (before === undefined) continue;
          expect(point.fmr).toBeLessThanOrEqual(before.fmr);
          expect(point.fnmr).toBeGreaterThanOrEqual(before.fnmr);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("has an equal error rate: none where people and others are apart, a quarter where they mix", () => {
    expect(equalErrorRate(apart)).toEqual({ rate: 0, threshold: 201 });
    expect(equalErrorRate(mixed)).toEqual({ rate: 0.25, threshold: 401 });
  });
});

describe("the normal deviate", () => {
  test.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.025, -1.959964],
    [0.0001, -3.719016],
    [0.841344746, 1],
  ])("of %d is %d", (probability, deviate) => {
    expect(normalDeviate(probability)).toBeCloseTo(deviate, 5);
  });
});

describe("the DET picture", () => {
  const title = { ja: "<ふだん & 受付>", en: "<plain & simple>" };
  const picture = (threshold: number): string =>
    detPicture(
      {
        curves: [
          { title, curve: mixed },
          { title, curve: apart },
          { title, curve: [] },
        ],
        threshold,
        leastFmr: 0.01,
      },
      pageLettering,
    );

  test("is well-formed SVG of finite numbers in both languages, whatever the threshold", () => {
    for (const threshold of [0, 1, 600, 1_000]) {
      new SaxesParser().write(picture(threshold)).close(); // throws at the first error
      expect(picture(threshold)).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(picture(600)).toContain("&lt;ふだん &amp; 受付></text>");
    expect(picture(600)).toContain("threshold 600");
  });

  test("needs nothing from anywhere", () => {
    expect(picture(600)).not.toMatch(/href|url\((?!#plot\))|<image|<style|<script/);
  });

  test("marks the threshold on each curve that has a point there", () => {
    const dots = picture(600).match(/<circle/g) ?? [];
    expect(dots).toHaveLength(2 + 1); // and one in the legend
  });
});
