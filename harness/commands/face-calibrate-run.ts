import { readerProfiles } from "../../devices/readers/profiles/index.ts";
import { type Language, same } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { faceConditions } from "../edges/face/conditions.ts";
import { type Captioned, contactSheet } from "../edges/face/contact-sheet.ts";
import { outlinedLettering } from "../edges/face/outlined-lettering.ts";
import { personaSubject } from "../edges/face/persona-subject.ts";
import { svgPng, thumbnail } from "../edges/face/picture-files.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { CALIBRATION_DAY, calibrate, checkPlan } from "../faces/calibration.ts";
import { detPicture } from "../faces/det-picture.ts";
import { percent } from "../faces/proportion.ts";
import { recognitionAt } from "../faces/recognition.ts";
import { calibrationHtml, detOf } from "../faces/report-html.ts";
import { calibrationJson } from "../faces/report-json.ts";
import { caveats } from "../faces/words.ts";
import { exitCodes } from "../verdict.ts";

/** Options of `madoguchi face calibrate` as given. */
export interface FaceCalibrateOptions {
  readonly persons: number;
  readonly seed: number;
  readonly reader: string;
  readonly out: string;
  readonly lang: Language;
}

const ELSEWHERE = "choose another place with --out <folder>";
/** Whose pictures stand beside the figures. */
const MODEL = "employee";
const THUMBNAIL_PX = 144;

/** Runs `madoguchi face calibrate` and returns its exit code. */
export async function runFaceCalibrate({ persons, seed, reader, out, lang }: FaceCalibrateOptions): Promise<number> {
  const profile = readerNamed(reader);
  const plan = { persons, seed, asOf: CALIBRATION_DAY, thresholds: profile.face };
  checkPlan(plan);
  // First of all: a place that cannot be written to is told before the work, not after it.
  const pictures = await modelPictures(seed);
  const sheet = await contactSheet(pictures, { columns: 6, pictureWidthPx: 240 }, lang);
  writeWhole(inside(out, "conditions.png"), sheet, ELSEWHERE);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  const calibration = await calibrate(plan, {
    done: (count, of, { id, title }) => process.stderr.write(`${count}/${of}  ${id}  ${title[lang]}\n`),
    stopped: () => stopped,
  });
  process.removeListener("SIGINT", stop);
  if (calibration === undefined) {
    process.stderr.write({ ja: "中断しました。報告書はありません。\n", en: "broken off; there is no report\n" }[lang]);
    return exitCodes.incomplete;
  }
  const thumbnails = new Map<string, string>();
  for (const { id, image } of pictures) thumbnails.set(id, await thumbnail(image, THUMBNAIL_PX));
  const files = {
    "report.html": calibrationHtml(calibration, profile.title, thumbnails, lang),
    "calibration.json": calibrationJson(calibration),
    "det.png": await svgPng(detPicture(detOf(calibration), await outlinedLettering(lang)), 2),
  };
  for (const [name, content] of Object.entries(files)) writeWhole(inside(out, name), content, ELSEWHERE);
  for (const counts of calibration.conditions) {
    const { frr, far } = recognitionAt(counts, profile.face.threshold);
    const rates = counts.presents === "person" ? `FRR ${percent(frr)}  FAR ${percent(far)}` : "";
    process.stdout.write(`${counts.id.padEnd(12)}${`${counts.accepted}/${counts.tries}`.padEnd(10)}${rates}\n`);
  }
  process.stdout.write(`\n${caveats.map((caveat) => caveat[lang]).join("\n")}\n${inside(out, "report.html")}\n`);
  return exitCodes.pass;
}

function readerNamed(id: string) {
  const withFace = Object.values(readerProfiles).filter(({ face }) => face.tries > 0);
  const profile = withFace.find((candidate) => candidate.id === id);
  if (profile !== undefined) return profile;
  const ids = withFace.map((known) => known.id);
  throw new MisuseError("--reader", `there is no reader ${id} with a camera; accepted: ${ids.join(", ")}`, ids);
}

async function modelPictures(seed: number): Promise<readonly (Captioned & { readonly id: string })[]> {
  const { subject, rng } = await personaSubject(MODEL, seed, CALIBRATION_DAY);
  const pictures = [];
  for (const condition of faceConditions) {
    const [image] = await condition.take(subject, rng.fork(condition.id));
    const { id, title } = condition;
    pictures.push({ id, title, notes: [same(id)], image });
  }
  return pictures;
}
