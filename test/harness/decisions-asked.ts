import { carefulReader } from "../../devices/readers/decisions.ts";
import { subjectByName } from "../../harness/catalogue.ts";
import { simulate } from "../../harness/run.ts";
import type { Scenario } from "../../harness/scenario.ts";
import { referenceDecisions } from "../../harness/subjects/decisions.ts";
import type { BuiltInSubject } from "../../harness/subjects/declare.ts";
import { picturesFor } from "./runs.ts";

/** An object that notes which of its fields are asked for. */
function noting<T extends object>(decisions: T, asked: Set<string>): T {
  return new Proxy(decisions, {
    get(target, name, receiver) {
      asked.add(String(name));
      return Reflect.get(target, name, receiver);
    },
    ownKeys(target) {
      for (const name of Object.keys(target)) asked.add(name); // a copy asks for all of them
      return Reflect.ownKeys(target);
    },
  });
}

const known = new Map<string, Promise<ReadonlySet<string>>>();

/**
 * Which decisions the careful ones are asked for in a scenario. Whoever differs in a decision that nobody asks leaves the
 * same trace, for a run depends on nothing else: those pairs need no run of their own.
 */
export function decisionsAsked(scenario: Scenario): Promise<ReadonlySet<string>> {
  const key = JSON.stringify(scenario);
  const found = known.get(key) ?? watch(scenario);
  known.set(key, found);
  return found;
}

async function watch(scenario: Scenario): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  const subject: BuiltInSubject = {
    ...subjectByName("reference"),
    decisions: noting(referenceDecisions, asked),
    reader: noting(carefulReader, asked),
  };
  simulate({ scenario, seed: scenario.seed, pictures: await picturesFor(scenario, scenario.seed) }, subject);
  return asked;
}

/** The decisions in which a subject differs from the careful ones. */
export function differencesOf({ decisions, reader = carefulReader }: BuiltInSubject): readonly string[] {
  const differing = <T extends object>(broken: T, careful: T): readonly string[] =>
    Object.keys(broken).filter((name) => broken[name as keyof T] !== careful[name as keyof T]);
  return [...differing(decisions, referenceDecisions), ...differing(reader, carefulReader)];
}
