import { readFileSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { FaceImage } from "../../../../devices/readers/face/image.ts";
import { type FaceMeasurement, measureFace } from "../../../../devices/readers/face/verdict.ts";
import { readerProfiles } from "../../../../devices/readers/profiles/index.ts";
import type { FaceCondition } from "../../../../harness/edges/face/condition.ts";
import { faceConditions } from "../../../../harness/edges/face/conditions.ts";
import { type FaceSubject, faceSubject } from "../../../../harness/edges/face/subject.ts";
import { captureFrame } from "../../../../harness/edges/face-image.ts";
import { loadJpeg2000 } from "../../../../harness/edges/jpeg2000.ts";
import { sameBytes } from "../../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../../simulator/kernel/rng.ts";

const seed = rngFromSeed(2026);
/** A person and their photograph as the chip gives it. */
interface Somebody {
  readonly subject: FaceSubject;
  readonly photograph: FaceImage;
}
const people: Somebody[] = [];
const AGES = [34, 7, 52, 71, 16, 88, 41, 25] as const;

beforeAll(async () => {
  const { encode, decode } = await loadJpeg2000();
  for (const [index, ageYears] of AGES.entries()) {
    const subject = await faceSubject(seed.fork(`person ${index}`), { sex: index % 2 === 0 ? "1" : "2", ageYears });
    const [portrait] = subject.moments;
    people.push({ subject, photograph: decode(encode(portrait)) ?? portrait });
  }
});

const somebody = (index: number): Somebody => {
  const person = people[index];
  if (person === undefined) throw new Error(`there is no person ${index}`);
  return person;
};

const chanceOf = ({ id }: FaceCondition, index: number) => seed.fork(`${id} ${index}`);

async function measured(condition: FaceCondition): Promise<readonly FaceMeasurement[]> {
  const measurements: FaceMeasurement[] = [];
  for (const [index, { subject, photograph }] of people.entries()) {
    measurements.push(measureFace(await condition.take(subject, chanceOf(condition, index)), photograph));
  }
  return measurements;
}

function conditionOf(id: string): FaceCondition {
  const found = faceConditions.find((condition) => condition.id === id);
  if (found === undefined) throw new Error(`there is no condition ${id}`);
  return found;
}

describe.each(faceConditions.map((condition) => [condition.id, condition] as const))("%s", (_, condition) => {
  test("gives the scores its row says", async () => {
    const { match, live } = condition.vector;
    for (const measurement of await measured(condition)) {
      expect(measurement.match).toBeGreaterThanOrEqual(match[0]);
      expect(measurement.match).toBeLessThanOrEqual(match[1]);
      expect(measurement.live).toBeGreaterThanOrEqual(live[0]);
      expect(measurement.live).toBeLessThanOrEqual(live[1]);
    }
  });

  test("gives two frames of 480 by 640, the same for the same stream of chance, others for another", async () => {
    const { subject } = somebody(0);
    const [first, second] = await condition.take(subject, chanceOf(condition, 0));
    const [again, secondAgain] = await condition.take(subject, chanceOf(condition, 0));
    const [other] = await condition.take(subject, seed.fork("another"));
    for (const { widthPx, heightPx, luma } of [first, second])
      expect([widthPx, heightPx, luma.length]).toEqual([480, 640, 307200]);
    expect(sameBytes(first.luma, again.luma) && sameBytes(second.luma, secondAgain.luma)).toBe(true);
    expect(sameBytes(first.luma, second.luma)).toBe(false);
    expect(sameBytes(first.luma, other.luma)).toBe(false);
  });

  test("takes the least and the most of each parameter and refuses what lies beyond, by name", async () => {
    const { subject } = somebody(1);
    for (const [name, { usual, least, most }] of Object.entries(condition.parameters)) {
      expect(usual).toBeGreaterThanOrEqual(least);
      expect(usual).toBeLessThanOrEqual(most);
      for (const value of [least, most]) {
        const [frame] = await condition.take(subject, seed, { [name]: value });
        expect(frame.luma.length).toBe(307200);
      }
      for (const value of [least - 1, most + 1, usual + 0.5, Number.NaN]) {
        await expect(condition.take(subject, seed, { [name]: value })).rejects.toMatchObject({
          name: MisuseError.name,
          field: `${condition.id}.${name}`,
        });
      }
    }
    await expect(condition.take(subject, seed, { colour: 1 })).rejects.toThrow(
      `${condition.id}: has no parameter colour`,
    );
  });

  test("says what it is in both languages", () => {
    for (const { ja, en } of [
      condition.title,
      condition.standsFor,
      ...Object.values(condition.parameters).map(({ title }) => title),
    ]) {
      expect(ja).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe("the conditions together", () => {
  test("stand in docs/face.md with the usual value of each parameter", () => {
    const page = readFileSync(new URL("../../../../docs/face.md", import.meta.url), "utf8");
    for (const { id, parameters } of faceConditions) {
      expect(page).toContain(`\`${id}\``);
      for (const [name, { usual }] of Object.entries(parameters)) expect(page).toContain(`\`${name}\` ${usual}`);
    }
  });

  test("have ids of their own", () => {
    expect(new Set(faceConditions.map(({ id }) => id)).size).toBe(faceConditions.length);
  });

  test.each(["normal", "masked", "backlit", "moved", "nobody"] as const)(
    "take the first frame as the camera alone takes it, so that recorded runs stay as they are (%s)",
    async (id) => {
      const { subject } = somebody(2);
      const [frame] = await conditionOf(id).take(subject, seed.fork("same"));
      expect(sameBytes(frame.luma, captureFrame(subject.moments[0], id, seed.fork("same")).luma)).toBe(true);
    },
  );

  test("come out the same with and without the vector unit of the processor", async () => {
    const { subject } = somebody(3);
    const all = async (): Promise<readonly Uint8Array[]> => {
      const frames = [];
      for (const condition of faceConditions) frames.push(...(await condition.take(subject, chanceOf(condition, 3))));
      return frames.map(({ luma }) => luma);
    };
    const with_ = await all();
    sharp.simd(false);
    try {
      const without = await all();
      expect(with_.map((luma, index) => sameBytes(luma, without[index] ?? new Uint8Array()))).toEqual(
        with_.map(() => true),
      );
    } finally {
      sharp.simd(true);
    }
  });

  test("tell living people from most pictures of them, and from nobody", async () => {
    const { face } = readerProfiles["simulated-face"];
    const rates = new Map<string, number>();
    for (const condition of faceConditions) {
      const alive = (await measured(condition)).filter(({ live }) => live >= face.liveThreshold).length;
      rates.set(condition.id, alive / people.length);
    }
    for (const id of ["normal", "dim", "masked", "hand", "turned", "tilted"]) expect(rates.get(id)).toBe(1);
    for (const id of ["printed", "screen", "nobody"]) expect(rates.get(id)).toBeLessThanOrEqual(1 / 4);
  });

  test("are called poor where the person can do something about it", async () => {
    const qualities = async (id: string) => new Set((await measured(conditionOf(id))).map(({ quality }) => quality));
    expect(await qualities("normal")).toEqual(new Set(["good"]));
    expect(await qualities("masked")).toEqual(new Set(["good"]));
    expect(await qualities("nobody")).toEqual(new Set(["no-face"]));
    expect(await qualities("backlit")).toEqual(new Set(["backlit"]));
    expect(await qualities("moved")).toContain("too-blurred");
  });

  test("are too dark below a twentieth of the light", async () => {
    const { subject, photograph } = somebody(0);
    const frames = await conditionOf("dim").take(subject, seed.fork("dark"), { lightThousandths: 40 });
    expect(measureFace(frames, photograph).quality).toBe("too-dark");
  });
});
