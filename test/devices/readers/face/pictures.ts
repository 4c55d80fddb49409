import fc from "fast-check";
import type { FaceImage } from "../../../../devices/readers/face/image.ts";
import { rngFromSeed } from "../../../../simulator/kernel/rng.ts";

/** A picture whose luma at each place a function says. */
export function drawn(widthPx: number, heightPx: number, toneAt: (x: number, y: number) => number): FaceImage {
  const luma = Uint8Array.from({ length: widthPx * heightPx }, (_, i) => toneAt(i % widthPx, Math.floor(i / widthPx)));
  return { widthPx, heightPx, luma };
}

/** The same size, each tone changed. */
export function changed(image: FaceImage, toneOf: (tone: number, x: number, y: number) => number): FaceImage {
  const { widthPx, heightPx, luma } = image;
  return drawn(widthPx, heightPx, (x, y) => toneOf(luma[y * widthPx + x] ?? 0, x, y));
}

/** Dark and light patches, black and white among them, with the noise of a sensor; another seed, others. */
export function patches(seed: number, widthPx = 480, heightPx = 640): FaceImage {
  const rng = rngFromSeed(seed);
  const tones = Array.from({ length: 12 * 16 }, (_, index) =>
    index === 5 ? 4 : index === 6 ? 250 : 60 + rng.below(140),
  );
  const grain = rng.bytes(4_093);
  return drawn(widthPx, heightPx, (x, y) => {
    const tone = tones[Math.floor((y * 16) / heightPx) * 12 + Math.floor((x * 12) / widthPx)] ?? 0;
    return Math.max(0, Math.min(255, tone + ((grain[(y * widthPx + x) % 4_093] ?? 0) % 7) - 3));
  });
}

/** Any picture a few pixels a side, and now and then one as small as one. */
export const anyPicture: fc.Arbitrary<FaceImage> = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }))
  .chain(([widthPx, heightPx]) => {
    const lengthBytes = widthPx * heightPx;
    const noise = fc.uint8Array({ minLength: lengthBytes, maxLength: lengthBytes });
    const plain = fc.integer({ min: 0, max: 255 }).map((tone) => new Uint8Array(lengthBytes).fill(tone));
    return fc.oneof(noise, plain).map((luma) => ({ widthPx, heightPx, luma }));
  });

/** Pictures that are none, and the field that is wrong with each. */
export const noPictures: readonly (readonly [field: string, image: FaceImage])[] = [
  ["widthPx", { widthPx: 0, heightPx: 1, luma: new Uint8Array(0) }],
  ["widthPx", { widthPx: 2001, heightPx: 1, luma: new Uint8Array(2001) }],
  ["heightPx", { widthPx: 2, heightPx: 1.5, luma: new Uint8Array(3) }],
  ["luma", { widthPx: 2, heightPx: 2, luma: new Uint8Array(3) }],
];
