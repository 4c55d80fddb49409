import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { portraitSvg } from "../../../harness/edges/portrait.ts";
import { type PortraitSubject, portraitFeatures } from "../../../harness/edges/portrait-features.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const subjects = fc.record({ sex: fc.constantFrom("1", "2", "3"), ageYears: fc.integer({ min: 0, max: 130 }) });

function featuresOf(seed: number, about: PortraitSubject) {
  return portraitFeatures(rngFromSeed(seed), about);
}

describe("a drawn portrait", () => {
  test("is the same for the same stream of chance and another for another", () => {
    const woman: PortraitSubject = { sex: "2", ageYears: 34 };
    expect(portraitSvg(featuresOf(5, woman))).toBe(portraitSvg(featuresOf(5, woman)));
    expect(portraitSvg(featuresOf(6, woman))).not.toBe(portraitSvg(featuresOf(5, woman)));
  });

  test("is well-formed SVG of finite numbers and greys for every person", () => {
    fc.assert(
      fc.property(fc.integer(), subjects, (seed, about) => {
        const svg = portraitSvg(featuresOf(seed, about));
        new SaxesParser().write(svg).close(); // throws at the first error
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        for (const [, red, green, blue] of svg.matchAll(/rgb\((\d+),(\d+),(\d+)\)/g))
          expect([green, blue]).toEqual([red, red]);
      }),
      { numRuns: 200 },
    );
  });

  test("has whole numbers only for features", () => {
    fc.assert(
      fc.property(fc.integer(), subjects, (seed, about) =>
        Object.values(featuresOf(seed, about)).every((value) => typeof value === "string" || Number.isInteger(value)),
      ),
      { numRuns: 200 },
    );
  });

  test("of a child has no beard, no wrinkles and no bald head", () => {
    for (let seed = 0; seed < 200; seed++) {
      const child = featuresOf(seed, { sex: "1", ageYears: 8 });
      expect(child).toMatchObject({ beard: "none", wrinkles: 0 });
      expect(["bald", "receding"]).not.toContain(child.hair);
    }
  });

  test("of somebody old has wrinkles and grey hair", () => {
    const old = featuresOf(1, { sex: "2", ageYears: 80 });
    expect(old.wrinkles).toBeGreaterThan(1);
    expect(old.hairLuma).toBeGreaterThanOrEqual(100);
  });

  test.each([-1, 1.5, 131, Number.NaN])("is refused for the age %d", (ageYears) => {
    expect(() => featuresOf(1, { sex: "1", ageYears })).toThrow(MisuseError);
  });
});
