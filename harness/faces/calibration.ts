import { type FaceQuality, faceQualities } from "../../devices/readers/face/quality.ts";
import { decideFace, type FaceThresholds, measureFace } from "../../devices/readers/face/verdict.ts";
import { type FaceImage, scoreFaces } from "../../devices/readers/face-gate.ts";
import { ageOn, type CivilDate, civilDate } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { type Rng, rngFromSeed } from "../../simulator/kernel/rng.ts";
import { Population } from "../../simulator/population/person.ts";
import type { FaceCondition } from "../edges/face/condition.ts";
import { faceConditions } from "../edges/face/conditions.ts";
import { photographOf } from "../edges/face/enrolment.ts";
import { type FaceSubject, faceSubject } from "../edges/face/subject.ts";
import type { ConditionCounts } from "./recognition.ts";
import { ScoreCounts } from "./score-counts.ts";

/** What to measure. */
export interface CalibrationPlan {
  /** People drawn from the population, 2 to 2000. */
  readonly persons: number;
  readonly seed: number;
  /** The day at which ages are counted. */
  readonly asOf: CivilDate;
  /** At which the gate decides. */
  readonly thresholds: Required<FaceThresholds>;
}

/** What was measured. */
export interface Calibration {
  readonly plan: CalibrationPlan;
  /** People whose chip gives a picture to compare with. */
  readonly enrolled: number;
  readonly conditions: readonly ConditionCounts[];
}

/** Whoever waits for a calibration. */
export interface CalibrationWatcher {
  /** Told after each condition. */
  done(count: number, of: number, condition: FaceCondition): void;
  /** Asked before each person; true ends the work. */
  stopped(): boolean;
}

/** The day at which ages are counted where nobody names another (ours: that of most scenarios). */
export const CALIBRATION_DAY = civilDate("2026-02-10");
/** More would only take longer: pictures are kept while everybody is compared with everybody. */
const MOST_PERSONS = 2_000;
/** Each picture is compared with the photographs of so many others at most, so that the work grows with the people only. */
const OTHERS = 100;
/** A stride without a common factor with 125 million: people from everywhere, nobody twice, no households. */
const STRIDE = 7_919_101;

/** Throws a MisuseError when the number of people cannot be; {@link calibrate} asks by itself. */
export function checkPlan({ persons }: CalibrationPlan): void {
  if (Number.isInteger(persons) && persons >= 2 && persons <= MOST_PERSONS) return;
  throw new MisuseError("--persons", `2 to ${MOST_PERSONS} people, not ${persons}`);
}

/** Somebody with a photograph on the chip. */
interface Enrolled {
  readonly subject: FaceSubject;
  readonly photograph: FaceImage;
  readonly rng: Rng;
}

/**
 * Draws people, enrols them as the chip does (JPEG 2000) and lets each step before the camera once under every condition:
 * a technology evaluation in the sense of ISO/IEC 19795-1, with drawn faces. The same plan gives the same counts.
 * Undefined when the watcher stopped it. A MisuseError when the number of people cannot be.
 */
export async function calibrate(plan: CalibrationPlan, watcher: CalibrationWatcher): Promise<Calibration | undefined> {
  checkPlan(plan);
  const people = await enrol(plan, watcher.stopped);
  if (watcher.stopped()) return undefined;
  const conditions: ConditionCounts[] = [];
  for (const condition of faceConditions) {
    const counts = await measureCondition(condition, people, plan.thresholds, watcher.stopped);
    if (counts === undefined) return undefined;
    conditions.push(counts);
    watcher.done(conditions.length, faceConditions.length, condition);
  }
  return { plan, enrolled: people.length, conditions };
}

/** Those of the people whose card has a photograph; fewer when stopped. */
async function enrol({ persons, seed, asOf }: CalibrationPlan, stopped: () => boolean): Promise<readonly Enrolled[]> {
  const population = new Population(seed, { asOf });
  const enrolled: Enrolled[] = [];
  for (let number = 0; number < persons && !stopped(); number++) {
    const { sex, birthdate } = population.personAt((number * STRIDE) % population.size);
    const rng = rngFromSeed(seed).fork(`face ${number}`);
    const subject = await faceSubject(rng, { sex, ageYears: ageOn(birthdate, asOf) });
    const photograph = await photographOf(subject);
    if (photograph !== undefined) enrolled.push({ subject, photograph, rng });
  }
  return enrolled;
}

async function measureCondition(
  condition: FaceCondition,
  people: readonly Enrolled[],
  thresholds: Required<FaceThresholds>,
  stopped: () => boolean,
): Promise<ConditionCounts | undefined> {
  const [mated, nonMated, live] = [new ScoreCounts(), new ScoreCounts(), new ScoreCounts()];
  const qualities = Object.fromEntries(faceQualities.map((quality) => [quality, 0])) as Record<FaceQuality, number>;
  let accepted = 0;
  for (const [number, { subject, photograph, rng }] of people.entries()) {
    if (stopped()) return undefined;
    const frames = await condition.take(subject, rng.fork(condition.id));
    const measured = measureFace(frames, photograph);
    qualities[measured.quality]++;
    if (decideFace(measured, thresholds) === "accepted") accepted++;
    if (measured.quality !== "good") continue;
    mated.add(measured.match);
    live.add(measured.live);
    for (const other of othersThan(number, people)) nonMated.add(scoreFaces(frames[0], other.photograph));
  }
  const { id, presents } = condition;
  return { id, presents, tries: people.length, qualities, mated, nonMated, live, accepted };
}

/** The next people in the row, from the beginning again at its end. */
function* othersThan(number: number, people: readonly Enrolled[]): Generator<Enrolled> {
  for (let step = 1; step <= Math.min(OTHERS, people.length - 1); step++) {
    const other = people[(number + step) % people.length];
    if (other !== undefined) yield other;
  }
}
