import { beforeAll, describe, expect, test } from "vitest";
import { FACE_ACCEPT_FROM, type FaceImage, scoreFaces } from "../../../devices/readers/face-gate.ts";
import {
  type CaptureCondition,
  captureConditions,
  captureFrame,
  renderPortrait,
} from "../../../harness/edges/face-image.ts";
import { loadJpeg2000 } from "../../../harness/edges/jpeg2000.ts";
import { portraitFeatures } from "../../../harness/edges/portrait-features.ts";
import { sameBytes } from "../../../simulator/kernel/bytes.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const PERSONS = 40;
const seed = rngFromSeed(2025);
/** As the camera sees them, and as the chip holds them: through JPEG 2000. */
const portraits: FaceImage[] = [];
const photographs: FaceImage[] = [];

beforeAll(async () => {
  const { encode, decode } = await loadJpeg2000();
  for (let index = 0; index < PERSONS; index++) {
    const about = { sex: (["1", "2", "3"] as const)[index % 3] ?? "3", ageYears: (index * 17) % 95 };
    const portrait = await renderPortrait(portraitFeatures(seed.fork(`person ${index}`), about));
    portraits.push(portrait);
    photographs.push(decode(encode(portrait)) ?? portrait);
  }
});

function live(person: number, condition: CaptureCondition): FaceImage {
  return captureFrame(portraitOf(person), condition, seed.fork(`${condition} ${person}`));
}

function portraitOf(person: number): FaceImage {
  const portrait = portraits[person];
  if (portrait === undefined) throw new Error(`there is no person ${person}`);
  return portrait;
}

/** Scores of everybody's live frame against their own photograph, and against those of all others. */
function scores(condition: CaptureCondition): { readonly same: readonly number[]; readonly other: readonly number[] } {
  const frames = portraits.map((_, person) => live(person, condition));
  const pairs = frames.flatMap((frame, probe) =>
    photographs.map((photograph, reference) => ({ same: probe === reference, score: scoreFaces(frame, photograph) })),
  );
  return {
    same: pairs.filter((pair) => pair.same).map((pair) => pair.score),
    other: pairs.filter((pair) => !pair.same).map((pair) => pair.score),
  };
}

function from(limit: number, among: readonly number[]): number {
  return among.filter((score) => score >= limit).length;
}

describe("the card's photograph", () => {
  test("is grey, 240 by 320 pixels, with light and dark in it", () => {
    const { widthPx, heightPx, luma } = portraitOf(0);
    expect([widthPx, heightPx, luma.length]).toEqual([240, 320, 76800]);
    expect(Math.max(...luma.subarray(0, 60000)) - Math.min(...luma.subarray(0, 60000))).toBeGreaterThan(100);
  });

  test("is the same each time it is rendered", async () => {
    const features = portraitFeatures(seed, { sex: "1", ageYears: 40 });
    const [first, second] = [await renderPortrait(features), await renderPortrait(features)];
    expect(sameBytes(first.luma, second.luma)).toBe(true);
  });
});

describe("the live frame", () => {
  test.each(captureConditions)("is 480 by 640 and the same for the same stream of chance (%s)", (condition) => {
    const frame = live(0, condition);
    expect([frame.widthPx, frame.heightPx, frame.luma.length]).toEqual([480, 640, 307200]);
    expect(sameBytes(frame.luma, live(0, condition).luma)).toBe(true);
    expect(sameBytes(frame.luma, captureFrame(portraitOf(0), condition, seed.fork("another")).luma)).toBe(false);
  });

  test("can be taken of a portrait of any size", () => {
    const dot = { widthPx: 1, heightPx: 1, luma: Uint8Array.of(90) };
    expect(captureFrame(dot, "moved", seed).luma.length).toBe(307200);
  });

  test("shows nothing of the person when nobody is there", () => {
    const [first, second] = [0, 1].map((person) => captureFrame(portraitOf(person), "nobody", seed.fork("empty room")));
    expect(first?.luma.length).toBe(307200);
    expect(sameBytes(first?.luma ?? new Uint8Array(), second?.luma ?? new Uint8Array())).toBe(true);
  });
});

/** Bounds with some room to what was measured; the comparator's docstring has the figures of a larger sample. */
describe("comparing live frames with photographs", () => {
  test("accepts everybody in mild conditions, nearly all with 700 and more", () => {
    const { same } = scores("normal");
    expect(from(FACE_ACCEPT_FROM, same)).toBe(PERSONS);
    expect(from(700, same)).toBeGreaterThanOrEqual(PERSONS - 2);
  });

  test("accepts another person in less than 1 of 500 pairs, and leaves 99 of 100 below 450", () => {
    const { other } = scores("normal");
    expect(from(FACE_ACCEPT_FROM, other) / other.length).toBeLessThan(1 / 500);
    expect(from(450, other) / other.length).toBeLessThan(1 / 100);
  });

  test.each(["backlit", "moved", "nobody"] as const)("accepts nobody when %s", (condition) => {
    const { same, other } = scores(condition);
    expect(from(FACE_ACCEPT_FROM, [...same, ...other])).toBe(0);
  });

  test("accepts some with a mask and refuses more", () => {
    const accepted = from(FACE_ACCEPT_FROM, scores("masked").same);
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(PERSONS / 2);
  });
});
