import { livenessCues, livenessOf } from "../../devices/readers/face/liveness.ts";
import { decideFace, measureFace } from "../../devices/readers/face/verdict.ts";
import type { FaceImage } from "../../devices/readers/face-gate.ts";
import { readerProfiles } from "../../devices/readers/profiles/index.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import type { FaceCondition } from "../edges/face/condition.ts";
import { parseCondition } from "../edges/face/condition-option.ts";
import { faceConditions } from "../edges/face/conditions.ts";
import { type Captioned, contactSheet } from "../edges/face/contact-sheet.ts";
import { photographOf } from "../edges/face/enrolment.ts";
import { type PersonaSubject, personaSubject } from "../edges/face/persona-subject.ts";
import type { Moments } from "../edges/face/raster.ts";
import { writeWhole } from "../edges/output-folder.ts";
import { CALIBRATION_DAY } from "../faces/calibration.ts";
import { decisionNames, qualityNames } from "../faces/words.ts";
import { exitCodes } from "../verdict.ts";

/** Options of `madoguchi face show` as given. */
export interface FaceShowOptions {
  readonly persona: string;
  readonly condition?: string;
  readonly seed: number;
  readonly out: string;
  readonly lang: Language;
}

const ELSEWHERE = "choose another place with --out <file>";
/** The gate that decides here. */
const { face: thresholds } = readerProfiles["simulated-face"];

/** Runs `madoguchi face show` and returns its exit code. */
export async function runFaceShow({ persona, condition, seed, out, lang }: FaceShowOptions): Promise<number> {
  const named = condition === undefined ? undefined : parseCondition(condition);
  const somebody = await personaSubject(persona, seed, CALIBRATION_DAY);
  const photograph = await photographOf(somebody.subject);
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  if (named === undefined) {
    const pictures: Captioned[] = [];
    for (const one of faceConditions) {
      const frames = await taken(one, somebody);
      const notes = findings(frames, photograph);
      say(`${one.id.padEnd(12)}${line(notes, lang)}`);
      pictures.push({ title: one.title, notes, image: frames[0] });
    }
    writeWhole(out, await contactSheet(pictures, { columns: 6, pictureWidthPx: 240 }, lang), ELSEWHERE);
  } else {
    const frames = await taken(named.condition, somebody, named.values);
    say(`${named.condition.title[lang]}: ${named.condition.standsFor[lang]}`);
    say(line(findings(frames, photograph), lang));
    for (const doubt of doubts(frames)) say(doubt[lang]);
    const pictures = strip(named.condition, frames, photograph);
    writeWhole(out, await contactSheet(pictures, { columns: 3, pictureWidthPx: 480 }, lang), ELSEWHERE);
  }
  say({ ja: `画像: ${out}`, en: `picture: ${out}` }[lang]);
  return exitCodes.pass;
}

/** As a scenario takes it: the chance of a capture is the persona's own. */
function taken(
  condition: FaceCondition,
  { subject, rng }: PersonaSubject,
  values: Readonly<Record<string, number>> = {},
): Promise<Moments> {
  return condition.take(subject, rng.fork(condition.id), values);
}

/** Match, liveness and quality, and what a reader decides of them. */
function findings(frames: Moments, photograph: FaceImage | undefined): readonly Bilingual[] {
  if (photograph === undefined) {
    return [{ ja: "カードに顔写真がない（1歳未満）", en: "no photograph on the card (under one year)" }];
  }
  const measured = measureFace(frames, photograph);
  const { match, live } = measured;
  const quality = qualityNames[measured.quality];
  return [
    { ja: `照合 ${match}  生体 ${live}  画質 ${quality.ja}`, en: `match ${match}  live ${live}  ${quality.en}` },
    decisionNames[decideFace(measured, thresholds)],
  ];
}

const line = (texts: readonly Bilingual[], lang: Language): string => texts.map((text) => text[lang]).join(" → ");

/** What each cue took off the liveness score, where it did. */
function doubts([first, second]: Moments): readonly Bilingual[] {
  const liveness = livenessOf(first, second);
  return livenessCues
    .filter(({ id }) => liveness.doubts[id] > 0)
    .map(({ id, title }) => ({
      ja: `  −${liveness.doubts[id]} ${title.ja}`,
      en: `  −${liveness.doubts[id]} ${title.en}`,
    }));
}

function strip(condition: FaceCondition, [first, second]: Moments, photograph?: FaceImage): readonly Captioned[] {
  const frame = (image: FaceImage, number: number): Captioned => ({
    title: condition.title,
    notes: [{ ja: `${number}コマ目`, en: `frame ${number}` }],
    image,
  });
  const onChip = {
    title: { ja: "カードの写真", en: "photograph on the card" },
    notes: [{ ja: "JPEG 2000", en: "JPEG 2000" }],
  };
  const frames = [frame(first, 1), frame(second, 2)];
  return photograph === undefined ? frames : [{ ...onChip, image: photograph }, ...frames];
}
