import { distance } from "fastest-levenshtein";
import { type ReaderModel, readerModels } from "../devices/ccid-reader/models.ts";
import type { ReaderProfile } from "../devices/readers/profile.ts";
import { readerProfiles } from "../devices/readers/profiles/index.ts";
import { MisuseError } from "../simulator/kernel/errors.ts";
import { personas } from "../simulator/population/personas/index.ts";
import { checks } from "./checks/index.ts";
import { faults } from "./faults.ts";
import { brokenReaders } from "./readers/index.ts";
import type { Scenario } from "./scenario.ts";
import { certificationScenarios } from "./scenarios/certification/index.ts";
import { firmwareScenarios } from "./scenarios/firmware/index.ts";
import type { BuiltInSubject } from "./subjects/declare.ts";
import { subjects } from "./subjects/index.ts";

/** Everything that can be named on the command line. */
export const catalogue = {
  scenarios: [...certificationScenarios, ...firmwareScenarios],
  faults,
  checks,
  subjects,
  /** Put under test like a receipt system, in the scenarios that test readers. */
  brokenReaders,
  personas,
  readers: Object.values(readerProfiles),
} as const;

/** A scenario by its id, in any case. Unknown names are a {@link MisuseError} that lists near ones. */
export function scenarioByName(name: string): Scenario {
  return byName("scenario", name, catalogue.scenarios);
}

/** A receipt system by its name, or a broken reader. */
export function subjectByName(name: string): BuiltInSubject {
  return byName("subject", name, [...subjects, ...brokenReaders]);
}

/** A kind of reader on a wire by its id; `field` is the option it was given with. */
export function readerModelByName(field: string, name: string): ReaderModel {
  const models = Object.entries(readerModels).map(([id, model]) => ({ id, model }));
  return byName(field, name, models).model;
}

/** A reader profile by its id; `field` as above. */
export function readerProfileByName(field: string, name: string): ReaderProfile {
  return byName(field, name, catalogue.readers);
}

function byName<T extends { readonly id: string }>(field: string, name: string, all: readonly T[]): T {
  const found = all.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const near = nearNames(
    name,
    all.map(({ id }) => id),
  );
  throw new MisuseError(field, `there is no ${name}; near names: ${near.join(", ")}`, near);
}

const MOST_NEAR = 5;

/** The names that look most like the one asked for. */
export function nearNames(name: string, names: readonly string[]): readonly string[] {
  const score = (candidate: string): number => distance(name.toLowerCase(), candidate.toLowerCase());
  return names.toSorted((a, b) => score(a) - score(b)).slice(0, MOST_NEAR);
}
