import sharp from "sharp";
import { scoreFaces } from "../../devices/readers/face/comparator.ts";
import type { FaceImage } from "../../devices/readers/face/image.ts";
import { scriptedFaces } from "../../devices/readers/face/scripted.ts";
import { decideFace, type FaceDecision, measureFace } from "../../devices/readers/face/verdict.ts";
import { faceSubject } from "../../harness/edges/face/subject.ts";
import { captureFrame } from "../../harness/edges/face-image.ts";
import { loadJpeg2000 } from "../../harness/edges/jpeg2000.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { type Figure, figure } from "./figure.ts";
import { perSecond, ratios, takeTurns, timeMs } from "./statistics.ts";

const ROUNDS = 11;
/** Each kind of check this often a round, in turns: a machine that is busy is busy for all of them. */
const CHECKS = 60;
const COMPARISONS = 5_000;
const SCRIPTED = 200_000;
const PHOTOS = 20;
/** At this quality a frame of ours has the 65 kB of performance.md §8. */
const JPEG_QUALITY = 92;
const thresholds = { threshold: 600, liveThreshold: 500 };

/**
 * A face check as a reader makes it, from the JPEG of the camera to the decision, beside sharp's decoding alone; what is
 * kept of the card's picture is made once. Then the parts by themselves, and scores without pictures (performance.md §8).
 */
export async function measureFaceChecks(): Promise<readonly Figure[]> {
  const { subject, jpeg, frame, chip, decode } = await pictures();
  const photograph = decode(chip) ?? subject;
  const [alone = [], whole = [], match = []] = await inTurns(jpeg, [
    () => undefined,
    (live) => decideFace(measureFace([live], photograph), thresholds),
    (live) => scoreFaces(live, photograph),
  ]);
  const faces = scriptedFaces([599, 600, { live: 0 }, "time-over"]);
  const decisions: FaceDecision[] = []; // kept, so that nobody finds out that they are not needed
  const [comparisons = [], scripted = [], photos = []] = takeTurns(ROUNDS, [
    () => timed(COMPARISONS, () => scoreFaces(frame, photograph)),
    () => timed(SCRIPTED, (number) => decisions.push(decideFace(faces(number % 4), thresholds))),
    () => timed(PHOTOS, () => decode(chip)),
  ]);
  return [
    figure("face check, of sharp's decoding alone", "ratio", ratios(alone, whole), ">= 0.9"),
    figure("match alone, of sharp's decoding alone", "ratio", ratios(alone, match)),
    figure(`face check from a JPEG of ${Math.round(jpeg.length / 1_000)} kB`, "per-second", perSecond(CHECKS, whole)),
    figure("  sharp: JPEG to grey, 480 x 640", "per-second", perSecond(CHECKS, alone)),
    figure("comparisons, both pictures seen before", "per-second", perSecond(COMPARISONS, comparisons)),
    figure("scripted tries, score to decision", "per-second", perSecond(SCRIPTED, scripted), ">= 50,000/s"),
    figure(
      "photograph of the chip (JPEG 2000), once a card",
      "ms",
      photos.map((ms) => ms / PHOTOS),
      "<= 45 ms",
    ),
  ];
}

async function pictures() {
  const { encode, decode } = await loadJpeg2000();
  const rng = rngFromSeed(1);
  const { moments } = await faceSubject(rng, { sex: "1", ageYears: 40 });
  const frame = captureFrame(moments[0], "normal", rng);
  const raw = { width: frame.widthPx, height: frame.heightPx, channels: 1 } as const;
  const jpeg = await sharp(frame.luma, { raw }).jpeg({ quality: JPEG_QUALITY }).toBuffer();
  return { subject: moments[0], jpeg, frame, chip: encode(moments[0]), decode };
}

/** Milliseconds that {@link CHECKS} frames take with each check, every frame decoded anew; by check and round. */
async function inTurns(
  jpeg: Buffer,
  checks: readonly ((live: FaceImage) => unknown)[],
): Promise<readonly (readonly number[])[]> {
  const times: number[][] = checks.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    const spent = checks.map(() => 0);
    for (let number = 0; number < CHECKS; number++) {
      for (const [index, check] of checks.entries()) {
        const startedMs = performance.now();
        const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true });
        check({ widthPx: info.width, heightPx: info.height, luma: data });
        spent[index] = (spent[index] ?? 0) + performance.now() - startedMs;
      }
    }
    if (round > 0) for (const [index, ms] of spent.entries()) times[index]?.push(ms); // the first round warms up
  }
  return times;
}

function timed(count: number, work: (number: number) => unknown): number {
  return timeMs(() => {
    for (let number = 0; number < count; number++) work(number);
  });
}
