import { describe, expect, it } from "vitest";
import { checks } from "../../harness/checks/index.ts";
import { runOf } from "./runs.ts";

describe("checks", () => {
  const passing = checks.flatMap((check) => check.passes.map((ref) => [check.id, ref, check] as const));
  it.each(passing)("%s passes %s, with evidence", async (_id, ref, check) => {
    const finding = check.judge((await runOf(ref)).trace);
    expect(finding).toMatchObject({ verdict: "pass" });
    expect(finding.evidence.length).toBeGreaterThan(0);
  });

  const biting = checks.flatMap((check) => check.bites.map((ref) => [check.id, ref, check] as const));
  it.each(biting)("%s bites %s", async (_id, ref, check) => {
    const finding = check.judge((await runOf(ref)).trace);
    expect(finding).toMatchObject({ verdict: "fail" });
    expect(finding.evidence.length).toBeGreaterThan(0);
  });

  it("each has a run it passes and one it must fail", () => {
    expect(checks.filter(({ passes, bites }) => passes.length === 0 || bites.length === 0).map(({ id }) => id)).toEqual(
      [],
    );
  });
});
