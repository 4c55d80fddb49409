import { describe, expect, it } from "vitest";
import { catalogue } from "../../harness/catalogue.ts";
import type { Scenario, Step } from "../../harness/scenario.ts";
import type { BuiltInSubject } from "../../harness/subjects/declare.ts";
import { decisionsAsked, differencesOf } from "./decisions-asked.ts";
import { judged, run } from "./runs.ts";

/** What a repeated step shows, it shows in a few repetitions; all of them are run by the careful reader. */
const ENOUGH_TIMES = 20;

function abridged(scenario: Scenario): Scenario {
  const steps = scenario.steps.map(
    (step): Step => (step.step === "repeat" ? { ...step, times: Math.min(step.times, ENOUGH_TIMES) } : step),
  );
  return { ...scenario, steps };
}

/** Scenario → failed must-checks, for scenarios that failed. A subject is shown the scenarios that put it under test. */
async function failuresOf(subject: BuiltInSubject): Promise<Record<string, readonly string[]>> {
  const failures: Record<string, readonly string[]> = {};
  const differences = differencesOf(subject);
  for (const scenario of catalogue.scenarios) {
    const { underTest }: Scenario = scenario;
    if ((underTest === "reader") !== (subject.reader !== undefined)) continue;
    const story = abridged(scenario);
    const asked = await decisionsAsked(story);
    if (!differences.some((name) => asked.has(name))) continue;
    const record = await judged(story, subject.id);
    const failed = record.checks.filter(({ finding }) => finding.verdict === "fail").map((check) => check.id);
    if (failed.length > 0) failures[scenario.id] = failed;
  }
  return failures;
}

const broken: readonly BuiltInSubject[] = [...catalogue.subjects, ...catalogue.brokenReaders].filter(
  ({ id }) => id !== "reference",
);

describe("the kill matrix", () => {
  it("the reference receipt system and the careful reader pass every check of every scenario", async () => {
    const records = [];
    for (const scenario of catalogue.scenarios) records.push(await judged(scenario));
    expect(records.map(({ id, verdict, warnings }) => [id, verdict, warnings])).toEqual(
      catalogue.scenarios.map(({ id, expect: wanted }) => [id, wanted, 0]),
    );
    expect(
      records.flatMap(({ id, checks }) =>
        checks.filter(({ finding }) => finding.verdict !== "pass").map((check) => `${id} ${check.id}`),
      ),
    ).toEqual([]);
  });

  it("a decision that nobody asks in a scenario changes nothing in it", async () => {
    const [c01]: readonly Scenario[] = catalogue.scenarios;
    if (c01 === undefined) throw new Error("no scenario");
    const asked = await decisionsAsked(c01);
    const unasked = broken.filter(
      (subject) => subject.reader === undefined && !differencesOf(subject).some((name) => asked.has(name)),
    );
    expect(unasked.length).toBeGreaterThan(0);
    const { trace } = await run(c01);
    for (const { id } of unasked) expect((await run(c01, id)).trace.crossings).toEqual(trace.crossings);
  });

  it.each(broken.map((subject) => [subject.id, subject] as const))(
    "%s fails the scenarios and checks its file names, and no others",
    async (_id, subject) => {
      expect(await failuresOf(subject)).toEqual(subject.fails);
      expect(Object.keys(subject.fails).length).toBeGreaterThan(0);
    },
  );
});
