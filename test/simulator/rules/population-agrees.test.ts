import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { stageOn } from "../../../simulator/population/life-stage.ts";
import { Population } from "../../../simulator/population/person.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { contributionRatio } from "../../../simulator/rules/contribution-ratio.ts";
import { coversOn } from "../../../simulator/rules/coverage.ts";
import { limitContradiction } from "../../../simulator/rules/limit-contradiction.ts";
import { limitPlausibility } from "../../../simulator/rules/limit-plausibility.ts";

const PEOPLE = 3_000;
/** A prime step, so that people of all kinds of households come by. */
const STEP = 41_651;

describe.each(["2022-09-30", "2026-02-10"])("the computed population on %s", (date) => {
  const on = civilDate(date);
  const { lateElderlyTwoTenths: twoTenths } = policyAt(on);
  const population = new Population(7, { asOf: on });
  const rows = Array.from({ length: PEOPLE }, (_, place) => population.personAt(place * STEP)).flatMap(
    ({ birthdate, eligibilities }) =>
      eligibilities
        .filter((row) => coversOn(row, on))
        .map((row) => ({ birthdate, row, stage: stageOn(birthdate, on).stage })),
  );

  it("is not of one age, nor without limit data", () => {
    expect(new Set(rows.map(({ stage }) => stage)).size).toBe(4);
    expect(rows.filter(({ row }) => row.limit !== undefined).length).toBeGreaterThan(PEOPLE / 4);
  });

  it("has no ratio that contradicts its limit class, and none that is doubtful", () => {
    const wrong = rows.filter(({ birthdate, row: { limit, elderly, contributionRatio: given, insurerNumber } }) => {
      const ratio = insurerNumber.startsWith("39") ? given : elderly?.ratio;
      if (limit === undefined || ratio === undefined) return false;
      const { flag, validFrom, validUntil } = limit;
      const dates = { ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) };
      return (
        limitContradiction.decide({ ratio, flag }).result === "contradiction" ||
        limitPlausibility.decide({ birthdate, on, insurerNumber, flag, ratio, ...dates }).result !== "none"
      );
    });
    expect(wrong).toEqual([]);
  });

  it("pays the share of its age and income", () => {
    const wrong = rows.filter(({ birthdate, row: { limit, elderly, contributionRatio: given } }) => {
      const ratio = given ?? elderly?.ratio;
      if (limit === undefined || ratio === undefined) return false;
      return contributionRatio.decide({ birthdate, on, flag: limit.flag, twoTenths }).result !== ratio;
    });
    expect(wrong).toEqual([]);
  });
});
