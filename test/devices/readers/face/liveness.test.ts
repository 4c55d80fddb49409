import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FaceImage } from "../../../../devices/readers/face/image.ts";
import { livenessCues, livenessOf } from "../../../../devices/readers/face/liveness.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { anyPicture, changed, drawn, noPictures, patches } from "./pictures.ts";

/** Slow waves of light, `byPx` to the right of where they were. */
const waves = (byPx: number): FaceImage =>
  drawn(480, 640, (x, y) => 128 + 60 * Math.sin((x - byPx) / 23) + 60 * Math.sin((x - byPx + 2 * y) / 41));

/** Two places, where eyes would be, get dark: a blink. */
function blinked(image: FaceImage): FaceImage {
  return changed(image, (tone, x, y) =>
    y > 280 && y < 320 && ((x > 160 && x < 210) || (x > 270 && x < 320)) ? 255 - tone : tone,
  );
}

const fringed = (image: FaceImage, fringePx = 9): FaceImage =>
  changed(image, (tone, x) => Math.max(0, Math.min(255, tone + 9 * Math.sin((2 * Math.PI * x) / fringePx))));
const onPaper = (image: FaceImage): FaceImage => changed(image, (tone) => 80 + tone / 2);
const framed = (image: FaceImage): FaceImage =>
  changed(image, (tone, x) => (Math.min(x, 479 - x) < 16 ? 150 : Math.min(x, 479 - x) < 28 ? 10 : tone));

describe("the liveness score", () => {
  test("has no doubt about a picture with black in it, noise, no rim and a blink", () => {
    expect(livenessOf(patches(1), blinked(patches(1)))).toEqual({
      score: 1000,
      doubts: { fringes: 0, flatness: 0, rim: 0, stillness: 0 },
    });
  });

  test.each([
    ["fringes", (image: FaceImage) => fringed(image)],
    ["flatness", onPaper],
    ["rim", framed],
  ] as const)("doubts a picture for its %s alone", (cue, attacked) => {
    const { score, doubts } = livenessOf(attacked(patches(1)));
    const others = Object.entries(doubts).filter(([id]) => id !== cue);
    expect(doubts[cue]).toBeGreaterThanOrEqual(400);
    expect(others.map(([, doubt]) => doubt)).toEqual([0, 0, 0]);
    expect(score).toBe(1000 - doubts[cue]);
  });

  test("doubts what only moves as a whole, however far, and asks for a second frame to see it", () => {
    for (const byPx of [0, 3, 6]) expect(livenessOf(waves(0), waves(byPx)).doubts.stillness).toBeGreaterThan(300);
    expect(livenessOf(waves(0), blinked(waves(6))).doubts.stillness).toBe(0);
    expect(livenessOf(waves(0)).doubts.stillness).toBe(0);
  });

  test("sees fringes of any distance between them", () => {
    for (const fringePx of [7, 9, 12, 15])
      expect(livenessOf(fringed(patches(1), fringePx)).doubts.fringes).toBeGreaterThan(300);
  });

  test("does not mind less light", () => {
    const dark = (image: FaceImage): FaceImage => changed(image, (tone) => tone / 3);
    expect(livenessOf(dark(patches(1)), dark(blinked(patches(1)))).score).toBe(1000);
  });

  test("never falls below 0", () => {
    expect(livenessOf(framed(fringed(onPaper(patches(1)))), framed(fringed(onPaper(patches(1))))).score).toBe(0);
  });

  test("is a whole number from 0 to 1000 for any one or two pictures, and no cue takes more than its weight", () => {
    fc.assert(
      fc.property(anyPicture, fc.option(anyPicture, { nil: undefined }), (frame, later) => {
        const { score, doubts } = livenessOf(frame, later);
        const within = livenessCues.every(({ id, weight }) => doubts[id] >= 0 && doubts[id] <= weight);
        return Number.isInteger(score) && score >= 0 && score <= 1000 && within;
      }),
      { numRuns: 200 },
    );
  });

  test("takes pictures of 2000 pixels a side", () => {
    expect(livenessOf(drawn(2000, 1, (x) => x % 251)).score).toBeLessThanOrEqual(1000);
    expect(livenessOf(patches(2, 2000, 2000)).score).toBe(1000);
  });

  test.each(noPictures)("names %s when a picture is not one, the first or the second", (field, image) => {
    const refusal = expect.objectContaining({ field, name: MisuseError.name });
    expect(() => livenessOf(image)).toThrow(refusal);
    expect(() => livenessOf(patches(1), image)).toThrow(refusal);
  });
});
