import { expect, test } from "vitest";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { halfWidthKana, halfWidthKanaVectors } from "../../../simulator/population/half-width-kana.ts";
import { lifeStageVectors, stageOn } from "../../../simulator/population/life-stage.ts";
import { policyAt, policyTable } from "../../../simulator/population/policy.ts";

test.each(halfWidthKanaVectors)("$katakana is written $half", ({ katakana, half }) => {
  expect(halfWidthKana(katakana)).toBe(half);
});

test.each(lifeStageVectors)("$title", ({ born, on, stage }) => {
  const period = stageOn(civilDate(born), civilDate(on));
  expect(period.stage).toBe(stage);
  expect(period.from <= civilDate(on)).toBe(true);
  expect(period.until === undefined || civilDate(on) <= period.until).toBe(true);
});

const policyVectors = policyTable.flatMap(({ rule, vectors }) => vectors.map((vector) => ({ rule, ...vector })));

test.each(policyVectors)("on $on the rule $rule is $value", ({ rule, on, value }) => {
  expect(policyAt(on)[rule]).toBe(value);
});

test("every dated change is proved on both of its sides", () => {
  for (const row of policyTable.filter(({ from }) => from !== "20210304")) {
    // The day before is written out in the table, so a slip in either date shows here.
    expect(row.vectors.map(({ on }) => on)).toEqual([addDays(row.from, -1), row.from]);
  }
});

test("rows of one rule stand in the order of their dates", () => {
  for (const { rule } of policyTable) {
    const dates = policyTable.filter((row) => row.rule === rule).map(({ from }) => from);
    expect(dates).toEqual(dates.toSorted());
  }
});

test("there are no rules before the service began", () => {
  expect(() => policyAt(civilDate("2021-03-03"))).toThrow(MisuseError);
});
