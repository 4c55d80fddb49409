import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exitCodeOf, exitCodes, verdictNames, verdicts, worse, worst } from "../../harness/verdict.ts";

const verdict = fc.constantFrom(...verdicts);

describe("verdicts (TTCN-3)", () => {
  it("stand in the order none, pass, inconc, fail, error", () => {
    expect(verdicts).toEqual(["none", "pass", "inconc", "fail", "error"]);
  });

  it("can only get worse, whatever comes in whatever order", () => {
    fc.assert(
      fc.property(fc.array(verdict), (all) => {
        const result = worst(all);
        return result === worst(all.toReversed()) && all.every((one) => worse(one, result) === result);
      }),
    );
  });

  it("nothing at all is none, and none is no success", () => {
    expect(worst([])).toBe("none");
    expect(exitCodeOf("none")).toBe(exitCodes.incomplete);
  });

  it("pass alone exits with 0; fail, error and inconc each have a code of their own", () => {
    expect(verdicts.filter((one) => exitCodeOf(one) === 0)).toEqual(["pass"]);
    expect([exitCodeOf("fail"), exitCodeOf("error"), exitCodeOf("inconc")]).toEqual([
      exitCodes.fail,
      exitCodes.error,
      exitCodes.incomplete,
    ]);
  });

  it("every verdict has a name in both languages, no two the same", () => {
    for (const language of ["ja", "en"] as const)
      expect(new Set(verdicts.map((one) => verdictNames[one][language])).size).toBe(verdicts.length);
  });
});
