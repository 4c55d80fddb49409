import { createHash } from "node:crypto";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { portraitSvg } from "../../../harness/edges/portrait.ts";
import {
  type PortraitFeatures,
  type PortraitSubject,
  portraitFeatures,
} from "../../../harness/edges/portrait-features.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const subjects = fc.record({ sex: fc.constantFrom("1", "2", "3"), ageYears: fc.integer({ min: 0, max: 130 }) });

/** The mean of a feature over 100 faces of an age. */
function mean(of: (features: PortraitFeatures) => number, ageYears: number): number {
  const faces = Array.from({ length: 100 }, (_, seed) =>
    featuresOf(seed, { sex: seed % 2 === 0 ? "1" : "2", ageYears }),
  );
  return faces.reduce((sum, face) => sum + of(face), 0) / faces.length;
}

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

  test("of anybody under 18 has no beard, no wrinkles and no bald head", () => {
    for (let seed = 0; seed < 360; seed++) {
      const child = featuresOf(seed, { sex: "1", ageYears: seed % 18 });
      expect(child).toMatchObject({ beard: "none", wrinkles: 0 });
      expect(["bald", "receding"]).not.toContain(child.hair);
    }
  });

  test("has larger eyes, lower in the face, and narrower shoulders the younger the child is", () => {
    const ages = [1, 8, 15, 30];
    const rising: readonly ((features: PortraitFeatures) => number)[] = [
      ({ shoulderInset }) => -shoulderInset,
      ({ eyeHeight }) => -eyeHeight,
      ({ eyeY, headRadiusY }) => -eyeY / headRadiusY,
      ({ noseLength }) => noseLength,
      ({ headRadiusX, headRadiusY }) => headRadiusY / headRadiusX,
    ];
    for (const feature of rising) {
      const means = ages.map((age) => mean(feature, age));
      expect(means).toEqual(means.toSorted((a, b) => a - b));
      expect(new Set(means).size).toBe(ages.length);
    }
  });

  test("of an infant has short hair and no glasses", () => {
    for (let seed = 0; seed < 200; seed++) {
      const infant = featuresOf(seed, { sex: seed % 2 === 0 ? "1" : "2", ageYears: seed % 4 });
      expect(infant.glasses).toBe("none");
      expect(["downy", "cropped", "fringe", "parted"]).toContain(infant.hair);
    }
  });

  test("of a grown-up has neither pigtails nor down, and is the picture it has always been", () => {
    const digest = createHash("sha256");
    for (let seed = 0; seed < 300; seed++) {
      const features = featuresOf(seed, {
        sex: (["1", "2", "3"] as const)[seed % 3] ?? "3",
        ageYears: 18 + (seed % 90),
      });
      expect(["pigtails", "downy"]).not.toContain(features.hair);
      digest.update(portraitSvg(features));
    }
    expect(digest.digest("hex")).toBe("7213c567c2c52116dda91cacc6b262af1a53999a26e9d62272a366bfb6e77155");
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
