import { checkFaceImage, type FaceImage } from "../../devices/readers/face-gate.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { PORTRAIT_HEIGHT_PX, PORTRAIT_WIDTH_PX, portraitSvg } from "./portrait.ts";
import type { PortraitFeatures } from "./portrait-features.ts";

/** What may be before the camera (readers-and-line.md §7 masks, §15 RF-09 light, RF-10 moving; the effects are ours). */
export const captureConditions = ["normal", "backlit", "masked", "moved", "nobody"] as const;
/** One of {@link captureConditions}. */
export type CaptureCondition = (typeof captureConditions)[number];

/** The live frame has two by two pixels for each of the scene: 480 x 640 (our choice, as in performance.md §8). */
const FRAME_WIDTH_PX = 2 * PORTRAIT_WIDTH_PX;
const FRAME_HEIGHT_PX = 2 * PORTRAIT_HEIGHT_PX;
/** How far, in pixels of the scene, a face moves from one frame to the next. */
const SWAY_PX = 1;
/** Samples of noise drawn for a frame; each row takes a strip of them. */
const NOISE_SAMPLES = 4096;

/** What a condition does to the picture. Lengths in pixels of the scene, which has the size of a portrait. */
interface Effect {
  /** The face is up to this far, each way, from where the photograph has it. */
  readonly shiftPx: number;
  /** Half the length of the smear, from side to side and up and down. */
  readonly smearX: number;
  readonly smearY: number;
  /** The share of the light that is used, in thousandths: at least this, and less than `gainSpan` more. */
  readonly gainFrom: number;
  readonly gainSpan: number;
  /** Noise of the sensor: up to this many luma steps each way. */
  readonly noise: number;
}

const mild: Effect = { shiftPx: 4, smearX: 1, smearY: 1, gainFrom: 800, gainSpan: 350, noise: 6 };
const effects: Readonly<Record<CaptureCondition, Effect>> = {
  normal: mild,
  masked: mild,
  nobody: mild,
  backlit: { ...mild, gainFrom: 180, gainSpan: 120, noise: 10 },
  moved: { ...mild, shiftPx: 55, smearX: 20, smearY: 4 },
};

/** Renders the card photograph of a person: grey, {@link PORTRAIT_WIDTH_PX} by {@link PORTRAIT_HEIGHT_PX}. */
export async function renderPortrait(features: PortraitFeatures): Promise<FaceImage> {
  const { default: sharp } = await import("sharp"); // loaded here: a run without faces need not pay for it
  const picture = sharp(Buffer.from(portraitSvg(features)))
    .greyscale()
    .raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  ensure(info.channels === 1, `a grey picture has one channel, not ${info.channels}`);
  return { widthPx: info.width, heightPx: info.height, luma: new Uint8Array(data) };
}

/**
 * The camera's live frame, 480 x 640, of the person on `portrait` (any size). Pure and without waiting, so that a
 * process of the world may call it: same portrait, condition and stream of chance, same bytes on every machine.
 */
export function captureFrame(portrait: FaceImage, condition: CaptureCondition, rng: Rng): FaceImage {
  const [frame] = captureBurst([portrait], condition, rng);
  ensure(frame !== undefined, "a burst has a frame for each moment");
  return frame;
}

/**
 * Frames in a row, each of what stands there at its moment; the first is the one {@link captureFrame} gives. The light
 * stays as it is, and whoever stands there sways by a pixel each way.
 */
export function captureBurst(
  moments: readonly FaceImage[],
  condition: CaptureCondition,
  rng: Rng,
): readonly FaceImage[] {
  moments.forEach(checkFaceImage);
  const effect = effects[condition];
  let shiftX = rng.below(2 * effect.shiftPx + 1) - effect.shiftPx;
  let shiftY = rng.below(2 * effect.shiftPx + 1) - effect.shiftPx;
  const gain = effect.gainFrom + rng.below(effect.gainSpan);
  return moments.map((portrait, moment) => {
    if (moment > 0) {
      shiftX += rng.below(2 * SWAY_PX + 1) - SWAY_PX;
      shiftY += rng.below(2 * SWAY_PX + 1) - SWAY_PX;
    }
    const scene = condition === "nobody" ? emptyRoom() : placed(portrait, shiftX, shiftY);
    if (condition === "masked") coverMouth(scene, shiftX, shiftY);
    const smeared = smear(smear(scene, effect.smearX, "x"), effect.smearY, "y");
    const luma = sense(smeared, gain, effect.noise, condition === "backlit", rng);
    return { widthPx: FRAME_WIDTH_PX, heightPx: FRAME_HEIGHT_PX, luma };
  });
}

/** A wall, lighter at the top: nothing on it to take for a face. */
function emptyRoom(): Uint8Array {
  const scene = new Uint8Array(PORTRAIT_WIDTH_PX * PORTRAIT_HEIGHT_PX);
  for (let y = 0; y < PORTRAIT_HEIGHT_PX; y++) {
    scene.fill(215 - (y >> 3), y * PORTRAIT_WIDTH_PX, (y + 1) * PORTRAIT_WIDTH_PX);
  }
  return scene;
}

/** The person in the scene; what lies beyond the edges of the portrait repeats the edge. */
function placed(portrait: FaceImage, shiftX: number, shiftY: number): Uint8Array {
  const scene = new Uint8Array(PORTRAIT_WIDTH_PX * PORTRAIT_HEIGHT_PX);
  const columns = sampled(PORTRAIT_WIDTH_PX, portrait.widthPx, shiftX);
  let target = 0;
  for (const row of sampled(PORTRAIT_HEIGHT_PX, portrait.heightPx, shiftY)) {
    for (const column of columns) scene[target++] = portrait.luma[row * portrait.widthPx + column] ?? 0;
  }
  return scene;
}

/** For each place along an axis of the scene, the pixel of the portrait that is seen there. */
function sampled(lengthPx: number, portraitPx: number, shiftPx: number): Uint16Array {
  return Uint16Array.from({ length: lengthPx }, (_, index) =>
    Math.max(0, Math.min(portraitPx - 1, Math.floor(((index - shiftPx) * portraitPx) / lengthPx))),
  );
}

/** A paper mask with folds, from the nose down to the chin. */
function coverMouth(scene: Uint8Array, shiftX: number, shiftY: number): void {
  for (let down = 165; down < 240; down++) {
    const left = (down + shiftY) * PORTRAIT_WIDTH_PX + 65 + shiftX;
    scene.fill(down % 20 < 2 ? 190 : 232, left, left + 110);
  }
}

/** Each pixel becomes the mean of `radius` pixels each way along one axis: focus and motion. */
function smear(scene: Uint8Array, radius: number, axis: "x" | "y"): Uint8Array {
  const [lines, nextLine, length, next] =
    axis === "x"
      ? [PORTRAIT_HEIGHT_PX, PORTRAIT_WIDTH_PX, PORTRAIT_WIDTH_PX, 1]
      : [PORTRAIT_WIDTH_PX, 1, PORTRAIT_HEIGHT_PX, PORTRAIT_WIDTH_PX];
  const size = 2 * radius + 1;
  const offsets = Int32Array.from(
    { length: length + size },
    (_, index) => next * Math.max(0, Math.min(length - 1, index - radius)),
  );
  const result = new Uint8Array(scene.length);
  for (let line = 0; line < lines; line++) {
    const start = line * nextLine;
    let sum = 0;
    for (let index = 0; index < size; index++) sum += scene[start + (offsets[index] ?? 0)] ?? 0;
    for (let index = 0; index < length; index++) {
      result[start + index * next] = sum / size;
      sum += (scene[start + (offsets[index + size] ?? 0)] ?? 0) - (scene[start + (offsets[index] ?? 0)] ?? 0);
    }
  }
  return result;
}

/**
 * The sensor's own pixels: light, noise and, when backlit, the glare of a window behind the head, none in the
 * middle and all white around it. What is too bright or too dark is cut off. The noise is as coarse as the scene.
 */
function sense(scene: Uint8Array, gain: number, noise: number, backlit: boolean, rng: Rng): Uint8Array {
  const grain = rng.bytes(NOISE_SAMPLES);
  const frame = new Uint8ClampedArray(FRAME_WIDTH_PX * FRAME_HEIGHT_PX);
  for (let y = 0; y < PORTRAIT_HEIGHT_PX; y++) {
    const strip = rng.below(NOISE_SAMPLES - PORTRAIT_WIDTH_PX);
    const first = 2 * y * FRAME_WIDTH_PX;
    for (let x = 0; x < PORTRAIT_WIDTH_PX; x++) {
      const lit = ((scene[y * PORTRAIT_WIDTH_PX + x] ?? 0) * gain) / 1000 + (backlit ? glareAt(x, y) : 0);
      const value = lit + ((grain[strip + x] ?? 0) % (2 * noise + 1)) - noise;
      const at = first + 2 * x;
      frame[at] = value;
      frame[at + 1] = value;
    }
    frame.copyWithin(first + FRAME_WIDTH_PX, first, first + FRAME_WIDTH_PX);
  }
  return new Uint8Array(frame.buffer);
}

/** Luma that the window adds at a pixel of the scene. */
function glareAt(x: number, y: number): number {
  const fromMiddle = 2 * (x - PORTRAIT_WIDTH_PX / 2) ** 2 + (y - PORTRAIT_HEIGHT_PX / 2) ** 2;
  return Math.max(0, (fromMiddle >> 5) - 220);
}
