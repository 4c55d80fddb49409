import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreFaces } from "../../../../devices/readers/face/comparator.ts";
import type { FaceImage } from "../../../../devices/readers/face/image.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../../simulator/kernel/rng.ts";

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

function drawn(widthPx: number, heightPx: number, toneAt: (x: number, y: number) => number): FaceImage {
  const luma = Uint8Array.from({ length: widthPx * heightPx }, (_, i) => toneAt(i % widthPx, Math.floor(i / widthPx)));
  return { widthPx, heightPx, luma };
}

function changed(image: FaceImage, toneOf: (tone: number, x: number, y: number) => number): FaceImage {
  const { widthPx, heightPx, luma } = image;
  return drawn(widthPx, heightPx, (x, y) => toneOf(luma[y * widthPx + x] ?? 0, x, y));
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
    const side = fc.integer({ min: 1, max: 40 });
    const picture = fc.tuple(side, side).chain(([widthPx, heightPx]) => {
      const lengthBytes = widthPx * heightPx;
      return fc
        .uint8Array({ minLength: lengthBytes, maxLength: lengthBytes })
        .map((luma) => ({ widthPx, heightPx, luma }));
    });
    fc.assert(
      fc.property(picture, picture, (probe, reference) => {
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

  test.each([
    ["widthPx", { widthPx: 0, heightPx: 1, luma: new Uint8Array(0) }],
    ["widthPx", { widthPx: 2001, heightPx: 1, luma: new Uint8Array(2001) }],
    ["heightPx", { widthPx: 2, heightPx: 1.5, luma: new Uint8Array(3) }],
    ["luma", { widthPx: 2, heightPx: 2, luma: new Uint8Array(3) }],
  ])("names %s when a picture is not one", (field, image) => {
    expect(() => scoreFaces(patches(1), image)).toThrow(expect.objectContaining({ field, name: MisuseError.name }));
  });
});
