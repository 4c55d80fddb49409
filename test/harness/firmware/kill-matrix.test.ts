import { describe, expect, it } from "vitest";
import { goodDecisions } from "../../../firmware-stubs/decisions.ts";
import { mutants } from "../../../firmware-stubs/mutants/index.ts";
import { firmwareChecks } from "../../../harness/firmware/checks/index.ts";
import { failuresOf } from "./kill-matrix.ts";

describe("the kill matrix of the firmware suite", () => {
  it("holds for good firmware: the reference passes every check", async () => {
    expect(await failuresOf("reference", goodDecisions)).toEqual([]);
  });

  it.each(mutants)("$id $title.en: caught by $caughtBy and by no other check", async (mutant) => {
    const expected = [mutant.caughtBy, ...Object.keys(mutant.alsoCaughtBy ?? {})].sort();
    expect(await failuresOf(mutant.id, mutant.slip(goodDecisions))).toEqual(expected);
  });

  it("has a mutant for every check: a check that cannot fail proves nothing", () => {
    const caught = new Set(mutants.map(({ caughtBy }) => caughtBy));
    expect(firmwareChecks.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
  });
});
