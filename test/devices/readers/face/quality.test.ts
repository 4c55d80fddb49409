import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faceQualities, qualityOf } from "../../../../devices/readers/face/quality.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { anyPicture, changed, drawn, noPictures, patches } from "./pictures.ts";

/** Every pixel the mean of its row for `lengthPx` to the right: a sideways smear. */
const smeared = (lengthPx: number) => {
  const sharp = patches(1);
  return changed(sharp, (_, x, y) => {
    let sum = 0;
    for (let step = 0; step < lengthPx; step++) sum += sharp.luma[y * 480 + Math.min(479, x + step)] ?? 0;
    return sum / lengthPx;
  });
};

describe("the quality of a picture", () => {
  test.each([
    ["good", patches(1)],
    ["good", changed(patches(1), (tone) => tone / 3)],
    ["too-dark", changed(patches(1), (tone) => tone / 8)],
    ["no-face", drawn(480, 640, (_, y) => 215 - (y >> 4))],
    ["too-blurred", smeared(120)],
    ["backlit", changed(patches(1), (tone, x, y) => (x > 90 && x < 390 && y > 100 && y < 500 ? tone / 2 : 255))],
  ] as const)("is %s", (quality, image) => {
    expect(qualityOf(image)).toBe(quality);
  });

  test("is one of the words for any picture", () => {
    fc.assert(
      fc.property(anyPicture, (image) => faceQualities.includes(qualityOf(image))),
      { numRuns: 200 },
    );
  });

  test.each(noPictures)("names %s when a picture is not one", (field, image) => {
    expect(() => qualityOf(image)).toThrow(expect.objectContaining({ field, name: MisuseError.name }));
  });
});
