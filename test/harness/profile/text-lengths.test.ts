import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastLengths } from "../../../harness/profile/text-lengths.ts";
import { addDays, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { resultCodes } from "../../../simulator/messages/result-codes.ts";
import { askedEveryWay, PEOPLE } from "../../simulator/central/asked-every-way.ts";

/** Texts of an answer that are longer than a profile may let their elements be. */
function tooLong(record: object): readonly string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (typeof value === "object" && value !== null) return tooLong(value);
    const least = leastLengths.get(name) ?? Number.POSITIVE_INFINITY;
    return [...String(value)].length > least ? [`${name} ${String(value)}`] : [];
  });
}

describe("the least lengths a profile may give", () => {
  it("leave room for every text of ours", () => {
    const least = Math.min(...["ErrorMessage", "MessageContents"].map((name) => leastLengths.get(name) ?? 0));
    expect(Object.values(resultCodes).filter(({ ja }) => [...ja].length > least)).toEqual([]);
  });

  it("leave room for what is answered about anybody", () => {
    const day = fc.nat(2_000).map((days) => addDays(civilDate("2021-03-04"), days));
    fc.assert(
      fc.property(fc.nat(PEOPLE - 1), day, (index, today) => {
        const asking = { index, today, on: today, entrusted: true, withBranch: true, eligibilityOnly: false } as const;
        const said = askedEveryWay({ ...asking, limitFlag: "1", given: ["limit", "disease", "drug"] });
        expect(tooLong(said?.answers ?? {})).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("are those of elements that hold text wherever they stand", () => {
    expect(leastLengths.has("Name")).toBe(true);
    expect(leastLengths.get("CopaymentLimitManageFormCode")).toBe(2);
    // Text in a batch, whose rows may be wrong; a number or a day in one inquiry.
    for (const name of ["Birthdate", "InsurerNumber", "InsuredBranchNumber", "ItemCode"])
      expect(leastLengths.has(name)).toBe(false);
  });
});
