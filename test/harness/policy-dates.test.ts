import { describe, expect, it } from "vitest";
import { scenarioAt } from "../../harness/scenario-at.ts";
import { certificationScenarios } from "../../harness/scenarios/certification/index.ts";
import { judged } from "./runs.ts";

/** The first day of the service, a leap day, a Saturday on which offices are closed, and one near the end of the days computed. */
const DAYS = ["2021-03-04", "2024-02-29", "2034-07-01", "2049-11-30"];

describe("another policy date", () => {
  it.each(DAYS)("at %s no scenario fails the reference receipt system, and none is an error of ours", async (day) => {
    const records = [];
    for (const scenario of certificationScenarios) records.push(await judged(scenarioAt(scenario, day)));
    const wrong = records.filter(({ verdict }) => verdict === "error" || verdict === "fail");
    expect(wrong.map(({ id, verdict, defect }) => [id, verdict, defect])).toEqual([]);
    expect(records.map(({ policyDate }) => policyDate)).toEqual(records.map(() => day));
  });

  it("moves the dated rules: the limit screen is asked on the day before it went, not on the day", async () => {
    const screens = async (day: string) => {
      const c01 = certificationScenarios[0];
      const { trace } = await judged(scenarioAt(c01, day));
      return trace.on("reader.screen").some(({ message }) => JSON.stringify(message).includes('"S06"'));
    };
    expect([await screens("2024-10-06"), await screens("2024-10-07")]).toEqual([true, false]);
  });

  it("the scenario's own date gives the scenario itself, so that a recording replays", () => {
    const c01 = certificationScenarios[0];
    expect(JSON.stringify(scenarioAt(c01, c01.policyDate.replaceAll("-", "")))).toBe(JSON.stringify(c01));
  });

  it.each(["2021-03-03", "2026-02-30", "yesterday"])("%s is refused by name", (day) => {
    expect(() => scenarioAt(certificationScenarios[0], day)).toThrow(/^policyDate: /);
  });
});
