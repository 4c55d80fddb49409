import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { type FaceQuality, faceQualities } from "./quality.ts";
import type { FaceMeasurement } from "./verdict.ts";

/** A try as a script has it: a match score alone, what differs from a good try, or no picture in time. */
export type ScriptedTry = number | Partial<FaceMeasurement> | "time-over";

/** What a try comes to, by its number, 0 for the first; undefined when the time is over. */
export type FaceSource = (attempt: number) => FaceMeasurement | undefined;

/** A try with nothing wrong: who scripts nothing else is accepted. */
const GOOD: FaceMeasurement = { match: 1000, live: 1000, quality: "good" };

/**
 * Scores without pictures: try 0 gets the first of the script, further tries the next, and those after the last its last
 * again. Pure. A MisuseError names the place in the script when it is empty, when a score is no whole number from 0 to
 * 1000 or a quality does not exist.
 */
export function scriptedFaces(script: readonly ScriptedTry[]): FaceSource {
  if (script.length === 0) throw new MisuseError("script", "say what at least one try comes to");
  const tries = script.map(scripted);
  return (attempt) => tries[Math.min(attempt, tries.length - 1)];
}

function scripted(entry: ScriptedTry, index: number): FaceMeasurement | undefined {
  if (entry === "time-over") return undefined;
  const measured = { ...GOOD, ...(typeof entry === "number" ? { match: entry } : entry) };
  for (const name of ["match", "live"] as const) {
    const score = measured[name];
    if (!Number.isInteger(score) || score < 0 || score > 1000) {
      throw new MisuseError(`script[${index}].${name}`, `a score is a whole number from 0 to 1000, not ${score}`);
    }
  }
  const known: readonly FaceQuality[] = faceQualities;
  if (!known.includes(measured.quality)) {
    throw new MisuseError(`script[${index}].quality`, `there is no ${measured.quality}`, faceQualities);
  }
  return measured;
}
