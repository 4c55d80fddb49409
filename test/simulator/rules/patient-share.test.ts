import { describe, expect, it } from "vitest";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { capTableAt, capTables } from "../../../simulator/rules/data/caps.ts";
import { counterCap, limitYen, type MonthOfCare, ratioOf, shareYen } from "../../../simulator/rules/patient-share.ts";
import { type ShareData, shareDataOf } from "../../../simulator/rules/share-data.ts";

const D = civilDate("2026-02-10");
const EMPLOYEE: ShareData = { insurerNumber: "06990014", birthdate: civilDate("1980-01-01") };
const ELDERLY: ShareData = { insurerNumber: "06990014", birthdate: civilDate("1953-01-01") };
const LATE_ELDERLY: ShareData = { insurerNumber: "39990015", birthdate: civilDate("1940-01-01") };
const MONTH: MonthOfCare = { on: D, care: "outpatient", costYen: 1_000_000, reachedBefore: 0 };

describe("the patient's share", () => {
  it.each([
    [4_050, "030", 1_220, "five yen go up"],
    [4_040, "030", 1_210, "two yen go down"],
    [5_130, "030", 1_540, "nine yen go up"],
    [1_000, "020", 200, "nothing to round"],
    [0, "010", 0, "no care"],
  ] as const)("of %d yen at %s is %d: %s", (costYen, ratio, yen, _why) => {
    expect(shareYen(costYen, ratio)).toBe(yen);
  });

  it("takes the ratio of the late-elderly element for insurers of law 39, of the elderly block otherwise, else of the age", () => {
    const both = { contributionRatio: "010", elderlyRatio: "020" } as const;
    expect(ratioOf({ ...LATE_ELDERLY, ...both }, D)).toBe("010");
    expect(ratioOf({ ...ELDERLY, ...both }, D)).toBe("020");
    expect(ratioOf(EMPLOYEE, D)).toBe("030");
    expect(ratioOf(LATE_ELDERLY, D)).toBe("010");
    expect(ratioOf({ ...LATE_ELDERLY, flag: "B01" }, D)).toBe("030");
  });
});

describe("the cap at the counter", () => {
  it("is of the class that came", () => {
    expect(counterCap({ ...EMPLOYEE, flag: "A03" }, MONTH)).toEqual({
      flag: "A03",
      assumed: false,
      contradiction: false,
      cap: { yen: 87_430, note: "28" },
      diseaseYen: undefined,
      doubt: "none",
      certainty: "stated",
    });
  });

  it("is that of the fourth month only after three months", () => {
    const capAfter = (reachedBefore: number) =>
      counterCap({ ...EMPLOYEE, flag: "A03" }, { ...MONTH, reachedBefore }).cap;
    expect(capAfter(2)).toEqual({ yen: 87_430, note: "28" });
    expect(capAfter(3)).toEqual({ yen: 44_400, note: "33" });
  });

  it("is of the class to assume where none came, and there is none under 70", () => {
    expect(counterCap(EMPLOYEE, MONTH)).toMatchObject({ flag: undefined, cap: undefined, assumed: true });
    expect(counterCap({ ...LATE_ELDERLY, contributionRatio: "020" }, MONTH)).toMatchObject({
      flag: "B09",
      assumed: true,
      cap: { yen: 18_000, note: "41" },
    });
  });

  it("is withheld where ratio and class contradict each other", () => {
    const found = counterCap({ ...ELDERLY, elderlyRatio: "020", flag: "B02" }, MONTH);
    expect(found).toMatchObject({ contradiction: true, cap: undefined });
  });

  it("warns on its own level where a class is doubtful or outside its dates, and still applies", () => {
    const ended = { ...EMPLOYEE, flag: "A03", flagUntil: civilDate("2026-02-09") } as const;
    expect(counterCap(ended, MONTH)).toMatchObject({ doubt: "outside-dates", cap: { yen: 87_430 } });
    expect(counterCap({ ...ended, flagUntil: D }, MONTH).doubt).toBe("none");
  });

  it("is the limit of a specific disease where that is told and the care is for it", () => {
    const dialysis: ShareData = { ...EMPLOYEE, diseases: [{ category: "1", selfPayYen: 10_000 }] };
    expect(limitYen(counterCap(dialysis, { ...MONTH, disease: "1" }))).toBe(10_000);
    expect(limitYen(counterCap(dialysis, { ...MONTH, disease: "2" }))).toBeUndefined();
    expect(limitYen(counterCap(dialysis, MONTH))).toBeUndefined();
    expect(limitYen(counterCap({ ...dialysis, flag: "A03" }, { ...MONTH, disease: "1" }))).toBe(10_000);
  });

  it("is that of the rule where a certificate came without its limit", () => {
    const dialysis: ShareData = { ...EMPLOYEE, flag: "A01", diseases: [{ category: "1" }] };
    expect(limitYen(counterCap(dialysis, { ...MONTH, disease: "1" }))).toBe(20_000);
  });

  it("goes on with the old table after its last day, and says that it does", () => {
    const on = civilDate("2026-08-01");
    expect(counterCap({ ...EMPLOYEE, flag: "A03" }, { ...MONTH, on })).toMatchObject({
      cap: { yen: 87_430 },
      certainty: "reform-not-in-table",
    });
  });
});

describe("tables of caps", () => {
  it("follow one another by date, and each names a class once", () => {
    const from = capTables.map((table) => table.from);
    expect(from).toEqual(from.toSorted());
    for (const { classes } of capTables) {
      const flags = classes.flatMap((entry) => [...entry.flags]);
      expect(new Set(flags).size).toBe(flags.length);
    }
  });

  it("a day before the first table gets the first one", () => {
    expect(capTableAt(civilDate("2021-03-03"))).toBe(capTables[0]);
  });

  it("what a user adds is taken from its first day on", () => {
    const later = { ...capTables[0], from: civilDate("2026-08-01"), until: civilDate("2027-07-31") };
    expect(capTableAt(civilDate("2026-07-31"), [capTables[0], later])).toBe(capTables[0]);
    expect(capTableAt(civilDate("2026-08-01"), [capTables[0], later])).toBe(later);
  });
});

describe("what an answer says of it", () => {
  it("leaves out what did not come, and dates that are none", () => {
    expect(
      shareDataOf({
        Birthdate: "19800101",
        LimitApplicationCertificateRelatedInfo: {
          LimitApplicationCertificateClassificationFlag: "A04",
          LimitApplicationCertificateValidEndDate: "99999999",
        },
      }),
    ).toEqual({ insurerNumber: "", birthdate: "19800101", flag: "A04" });
  });
});
