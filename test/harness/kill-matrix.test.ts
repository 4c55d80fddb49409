import { describe, expect, it } from "vitest";
import { catalogue } from "../../harness/catalogue.ts";
import { judged } from "./runs.ts";

/** Scenario → failed must-checks, for scenarios that failed. */
async function failuresOf(subject: string): Promise<Record<string, readonly string[]>> {
  const failures: Record<string, readonly string[]> = {};
  for (const scenario of catalogue.scenarios) {
    const record = await judged(scenario, subject);
    const failed = record.checks.filter(({ finding }) => finding.verdict === "fail").map(({ id }) => id);
    if (failed.length > 0) failures[scenario.id] = failed;
  }
  return failures;
}

describe("the kill matrix", () => {
  it("the reference receipt system passes every check of every scenario", async () => {
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

  it.each(catalogue.subjects.filter(({ id }) => id !== "reference").map((subject) => [subject.id, subject] as const))(
    "%s fails the scenarios and checks its file names, and no others",
    async (id, subject) => {
      expect(await failuresOf(id)).toEqual(subject.fails);
      expect(Object.keys(subject.fails).length).toBeGreaterThan(0);
    },
  );
});
