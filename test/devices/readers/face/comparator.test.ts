import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreFaces } from "../../../../devices/readers/face/comparator.ts";
import type { FaceImage } from "../../../../devices/readers/face/image.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../../simulator/kernel/rng.ts";
import { anyPicture, changed, drawn, noPictures } from "./pictures.ts";

/** A picture of dark and light patches that differ from seed to seed, the same at every size. */
function patches(seed: number, widthPx = 240, heightPx = 320): FaceImage {
  const rng = rngFromSeed(seed);
  const tones = Array.from({ length: 12 * 16 }, () => 60 + rng.below(140));
  return drawn(
    widthPx,
    heightPx,
    (x, y) => tones[Math.floor((y * 16) / heightPx) * 12 + Math.floor((x * 12) / widthPx)] ?? 0,
  );
}

function shifted(image: FaceImage, byPx: number): FaceImage {
  const { widthPx, luma } = image;
  return changed(image, (_, x, y) => luma[y * widthPx + Math.max(0, x - byPx)] ?? 0);
}

describe("the face comparator", () => {
  test("gives 1000 to a picture and its copy", () => {
    expect(scoreFaces(patches(1), patches(1))).toBe(1000);
  });

  test("gives little to two pictures that have nothing in common", () => {
    expect(scoreFaces(patches(1), patches(2))).toBeLessThan(300);
  });

  test("does not mind less light and less contrast", () => {
    expect(
      scoreFaces(
        changed(patches(1), (tone) => tone / 2 + 10),
        patches(1),
      ),
    ).toBeGreaterThan(900);
  });

  test("does not mind a face half in the shade", () => {
    const shaded = changed(patches(1), (tone, x) => (x < 120 ? tone : tone / 4));
    expect(scoreFaces(shaded, patches(1))).toBeGreaterThan(700);
  });

  test("does not mind that the camera's picture is larger", () => {
    expect(scoreFaces(patches(1, 480, 640), patches(1))).toBeGreaterThan(950);
  });

  test("forgives a small shift and not a large one", () => {
    expect(scoreFaces(shifted(patches(1), 5), patches(1))).toBeGreaterThan(900);
    expect(scoreFaces(shifted(patches(1), 60), patches(1))).toBeLessThan(300);
  });

  test("does not look at the clothes", () => {
    const changedClothes = changed(patches(1), (tone, _, y) => (y < 280 ? tone : 255 - tone));
    expect(scoreFaces(changedClothes, patches(1))).toBe(1000);
  });

  test("gives 0 to a picture of one grey, also against itself", () => {
    const wall = drawn(480, 640, () => 200);
    expect(scoreFaces(wall, patches(1))).toBe(0);
    expect(scoreFaces(wall, wall)).toBe(0);
  });

  test("answers the same when it has seen the pictures before", () => {
    const [probe, reference] = [patches(1), shifted(patches(1), 7)];
    expect(scoreFaces(probe, reference)).toBe(scoreFaces(probe, reference));
  });

  test("gives a whole number from 0 to 1000 to any two pictures", () => {
    fc.assert(
      fc.property(anyPicture, anyPicture, (probe, reference) => {
        const score = scoreFaces(probe, reference);
        return Number.isInteger(score) && score >= 0 && score <= 1000;
      }),
      { numRuns: 100 },
    );
  });

  test("takes pictures of 1 pixel and of 2000 pixels a side", () => {
    expect(
      scoreFaces(
        drawn(1, 1, () => 9),
        patches(1, 2000, 1),
      ),
    ).toBe(0);
  });

  test.each(noPictures)("names %s when a picture is not one", (field, image) => {
    expect(() => scoreFaces(patches(1), image)).toThrow(expect.objectContaining({ field, name: MisuseError.name }));
  });
});
