import { describe, expect, it } from "vitest";
import { readDeskReport } from "../../harness/desk-reading.ts";

const CLAIM = {
  id: "1",
  facility: "9910000018",
  month: "202602",
  patient: { name: "見本　花子", birthdate: "19850505" },
  basis: "current",
  insurance: { insurerNumber: "06990014", number: "1001" },
  publicExpenses: [],
  medium: "online",
  days: [{ day: "20260210", points: 100 }],
  notes: [],
  remarks: [],
};
const reporting = (laid: object) =>
  readDeskReport(JSON.stringify({ task: 1, scenario: "C64", act: { act: "claimed", claim: { ...CLAIM, ...laid } } }));

describe("a claim reported at the desk", () => {
  it("is read", () => {
    expect(reporting({})).toMatchObject({ act: { claim: CLAIM } });
  });

  it.each([
    ["a month that is none", { month: "2026-02" }, "act.claim.month: write a month as yyyymm"],
    ["a thirteenth month", { month: "202613" }, "act.claim.month: write a month as yyyymm"],
    [
      "a day that does not exist",
      { days: [{ day: "20260230", points: 1 }] },
      "act.claim.days.0.day: write an existing day as yyyymmdd",
    ],
  ])("is refused with %s, and the refusal says where and how", (_title, laid, problem) => {
    expect(reporting(laid)).toEqual({ problem });
  });

  it("may have more public expenses than a claim takes: that is for the checks to see", () => {
    const publicExpenses = Array.from({ length: 5 }, () => ({ payerNumber: "54996012", recipientNumber: "1" }));
    expect(reporting({ publicExpenses })).not.toHaveProperty("problem");
  });
});
