import { describe, expect, it } from "vitest";
import { medicalLines, medicalRecord } from "../../../harness/commands/population-medical.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { Population } from "../../../simulator/population/person.ts";
import { wellDocumented } from "../../../simulator/population/personas/well-documented.ts";

const TODAY = civilDate("2026-02-10");
const population = new Population(1, { asOf: TODAY });
const person = Array.from({ length: 2_000 }, (_, index) => population.personAt(33_000_000 + index)).find((one) =>
  wellDocumented.suits({ ...one, id: "well-documented" }, TODAY),
);

describe("the medical part of a person's record", () => {
  it("holds claims that have arrived, and check-ups the insurer has loaded", () => {
    if (person === undefined) throw new Error("nobody is documented");
    const { care, checkups } = medicalRecord({ ...person, id: "well-documented" }, TODAY);
    expect(care.length).toBeGreaterThan(8);
    expect(care.every(({ on }) => on >= "20250201" && on <= "20251231")).toBe(true);
    expect(care.some(({ drugs }) => drugs.length > 0)).toBe(true);
    expect(checkups.length).toBeGreaterThanOrEqual(3);
  });

  it("is shortened for people to the newest days, and says so", () => {
    if (person === undefined) throw new Error("nobody is documented");
    const record = medicalRecord({ ...person, id: "well-documented" }, TODAY);
    const lines = medicalLines(record, "en");
    expect(lines.length).toBe(1 + 12 + record.checkups.length);
    expect(lines[0]).toBe(`  (${record.care.length - 12} earlier; --json has them all)`);
    expect(lines.at(-1)).toMatch(/check-up: ＢＭＩ \d\d\.\d、収縮期血圧 \d+/);
    expect(medicalLines({ care: [], checkups: [] }, "ja")).toEqual([]);
  });
});
