import type { FaceImage } from "../image.ts";

/** Every fourth pixel each way of a frame of 480 x 640; smaller pictures are looked at more closely. */
const SAMPLES_EACH_WAY = 120;
/** The share of the pixels that may be darker than "dark", and brighter than "bright", in thousandths. */
const DARK_THOUSANDTHS = 1;
const BRIGHT_THOUSANDTHS = 990;

/**
 * How much light the darkest places still send, in thousandths of the brightest: a pupil sends next to none whatever the
 * light in the room is, ink on paper sends back a part of it.
 */
export function flatnessOf({ widthPx, heightPx, luma }: FaceImage): number {
  const stepX = Math.max(1, Math.trunc(widthPx / SAMPLES_EACH_WAY));
  const stepY = Math.max(1, Math.trunc(heightPx / SAMPLES_EACH_WAY));
  const counts = new Uint32Array(256);
  let count = 0;
  for (let y = 0; y < heightPx; y += stepY) {
    for (let at = y * widthPx; at < (y + 1) * widthPx; at += stepX) {
      const tone = luma[at] ?? 0;
      counts[tone] = (counts[tone] ?? 0) + 1;
      count++;
    }
  }
  const bright = toneAt(counts, (count * BRIGHT_THOUSANDTHS) / 1000);
  return Math.trunc((1000 * toneAt(counts, (count * DARK_THOUSANDTHS) / 1000)) / Math.max(1, bright));
}

/** The tone up to which `rank` samples lie. */
function toneAt(counts: Uint32Array, rank: number): number {
  let seen = 0;
  for (let tone = 0; tone < 255; tone++) {
    seen += counts[tone] ?? 0;
    if (seen >= rank) return tone;
  }
  return 255;
}
