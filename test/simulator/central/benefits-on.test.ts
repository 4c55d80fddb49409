import { describe, expect, it } from "vitest";
import { benefitsOn } from "../../../simulator/central/benefits-on.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import type { Eligibility } from "../../../simulator/population/person.ts";

const row: Eligibility = {
  cardClassification: "01",
  insurerNumber: "06990014",
  insurerName: "架空健康保険組合",
  number: "1",
  acquired: civilDate("2020-04-01"),
};
const elderly = { ratio: "020", validFrom: civilDate("2026-04-01"), validUntil: civilDate("2026-07-31") } as const;

describe("benefits of a day (eligibility-rules.md §11)", () => {
  it.each([
    ["20260331", false],
    ["20260401", true],
    ["20260731", true],
    ["20260801", false],
  ] as const)("an elderly certificate on %s: %s", (on, given) => {
    const shown = benefitsOn({ ...row, elderly }, civilDate("1956-03-05"), civilDate(on));
    expect(shown.elderly !== undefined).toBe(given);
  });

  it.each([
    ["2020-04-01", "2026-03-31", true],
    ["2020-04-01", "2026-04-01", false],
    ["2020-04-02", "2026-04-01", true],
    ["2020-04-02", "2027-04-01", false],
  ] as const)("preschool, born %s, on %s: %s", (born, on, given) => {
    const shown = benefitsOn({ ...row, preschool: "1" }, civilDate(born), civilDate(on));
    expect(shown.preschool !== undefined).toBe(given);
  });
});
