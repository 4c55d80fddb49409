import { describe, expect, test } from "vitest";
import { jsonReport } from "../../../harness/reports/json.ts";
import { emptyRun, sampleRun } from "./sample-run.ts";

describe("the JSON report", () => {
  const written = jsonReport.render(sampleRun, "ja");

  test("holds the run, its scenarios and what checks point at, in this order", () => {
    const run = JSON.parse(written);
    expect(Object.keys(run)).toEqual([
      "format",
      "product",
      "subject",
      "mode",
      "seed",
      "planned",
      "complete",
      "verdict",
      "digest",
      "tally",
      "reservations",
      "scenarios",
    ]);
    expect(run).toMatchObject({
      format: 1,
      complete: false,
      verdict: "error",
      seed: 153,
      tally: { ran: 5, planned: 20, warnings: 1 },
    });
    expect(Object.keys(run.scenarios[1])).toEqual([
      "id",
      "title",
      "expected",
      "requires",
      "policyDate",
      "seed",
      "faults",
      "verdict",
      "warnings",
      "defect",
      "checks",
      "trace",
    ]);
    expect(run.scenarios[1].checks[0]).toMatchObject({
      id: "line/silence-is-not-valid",
      verdict: "fail",
      evidence: [2, 3, 4, 5],
    });
  });

  test("keeps header, footer and each crossing of the evidence once", () => {
    const { trace } = JSON.parse(written).scenarios[1];
    expect(trace.header.scenario).toBe("C53");
    expect(trace.footer.outcome).toBe("completed");
    expect(trace.crossings.map(({ seq }: { readonly seq: number }) => seq)).toEqual([2, 3, 4, 5]);
  });

  test("says null where the record has nothing, in both languages alike", () => {
    expect(JSON.parse(jsonReport.render(emptyRun, "en"))).toMatchObject({ seed: null, verdict: "none", scenarios: [] });
    expect(JSON.parse(written).scenarios[0].defect).toBeNull();
    expect(jsonReport.render(sampleRun, "en")).toBe(written);
  });
});
