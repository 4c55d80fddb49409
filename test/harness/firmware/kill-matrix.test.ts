import { describe, expect, it } from "vitest";
import { goodDecisions } from "../../../firmware-stubs/decisions.ts";
import { mutants } from "../../../firmware-stubs/mutants/index.ts";
import { lrcNotChecked } from "../../../firmware-stubs/mutants/x03-lrc-not-checked.ts";
import { pcscMutants } from "../../../firmware-stubs/pcsc-mutants/index.ts";
import { firmwareChecks } from "../../../harness/firmware/checks/index.ts";
import { failuresOf, judged } from "./kill-matrix.ts";

describe("the kill matrix of the firmware suite", () => {
  it("holds for good firmware: the reference passes every check", async () => {
    expect(await failuresOf("reference", goodDecisions)).toEqual([]);
  });

  it.each(mutants)("$id $title.en: caught by $caughtBy and by no other check", async (mutant) => {
    expect(await judged(mutant)).toEqual({ missedBy: [], alsoCaughtBy: [] });
  });

  it("has a mutant for every check: a check that cannot fail proves nothing", () => {
    const caught = new Set([...mutants, ...pcscMutants].map(({ caughtBy }) => caughtBy));
    expect(firmwareChecks.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
  });

  it("has mutants of checks that exist, and each id once", () => {
    const checks = new Set(firmwareChecks.map(({ id }) => id));
    const named = [...mutants, ...pcscMutants].flatMap(({ caughtBy, alsoCaughtBy = {} }) => [
      caughtBy,
      ...Object.keys(alsoCaughtBy),
    ]);
    expect(named.filter((id) => !checks.has(id))).toEqual([]);
    const ids = [...mutants, ...pcscMutants].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("can fail: a canary without a slip is missed, and one that says another check is caught elsewhere", async () => {
    const harmless = { ...lrcNotChecked, slip: (good: typeof goodDecisions) => good };
    expect(await judged(harmless)).toEqual({ missedBy: ["SR-01"], alsoCaughtBy: [] });
    expect(await judged({ ...lrcNotChecked, caughtBy: "CC-03" })).toEqual({
      missedBy: ["CC-03"],
      alsoCaughtBy: ["SR-01"],
    });
  });
});
