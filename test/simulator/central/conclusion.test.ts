import { describe, expect, it } from "vitest";
import { type ConsentKind, rowOf } from "../../../simulator/central/ledger.ts";
import {
  addDays,
  civilDate,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  midnightMs,
  stampAt,
} from "../../../simulator/kernel/civil-time.ts";
import { siquc01 } from "../../../simulator/messages/index.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import {
  authenticate,
  bodyOf,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  pharmacy,
  rowsOf,
  someone,
  TODAY,
} from "./fixture.ts";

const NOW = midnightMs(TODAY) + 10 * HOUR_MS;
const LONG = certificateUntil(civilDate("2029-05-20"));
const [insurance] = someone.eligibilities;
if (insurance === undefined) throw new Error("the person has no insurance");

describe("the end of a check-in (eligibility-rules.md §5, receipt-system-interface.md §2.3)", () => {
  const ALL: readonly ConsentKind[] = ["checkup", "drug", "care", "surgery", "disease", "limit"];
  const person = {
    ...someone,
    eligibilities: [
      {
        ...insurance,
        limit: { classification: "01", flag: "A01" },
        diseases: [{ category: "1", selfPay: "10000" }],
      },
    ],
  } as const;
  const rows = rowsOf(person, 0);

  interface Ending {
    readonly today?: string;
    readonly lastDay?: string;
    readonly asked?: readonly ConsentKind[];
    readonly given?: readonly ConsentKind[];
  }
  const ending = ({ today = "2026-02-10", lastDay = "2029-05-20", asked = ALL, given = [] }: Ending) => {
    const under = centre({ rows, today: civilDate(today) });
    const recognised = authenticate(under, certificateUntil(civilDate(lastDay)));
    const answer = bodyOf(conclude(under, item(recognised, "DialogueId"), asked, given));
    const problems = validate(siquc01.answer, {
      ...answer,
      MessageHeader: { ...(answer["MessageHeader"] as object), CharacterCodeIdentifier: "0" },
    });
    return { text: JSON.stringify(answer), problems, answer, under, recognised };
  };

  it.each<[ConsentKind, string]>([
    ["checkup", "SpecificHealthCheckupsInfo"],
    ["drug", "PharmacistsInfo"],
    ["care", "DiagnosisInfo"],
    ["surgery", "OperationInfo"],
  ])("consent to %s brings flag 1, its time, and an end exactly 24 hours later", (kind, element) => {
    const { text, problems } = ending({ given: [kind] });
    expect(problems).toEqual([]);
    expect(text).toContain(
      `"${element}ConsFlg":"1","${element}ConsTime":"${stampAt(NOW)}","${element}AvailableTime":"${stampAt(NOW + DAY_MS)}"`,
    );
    expect(text.match(/ConsFlg":"1"/g)).toHaveLength(1);
  });

  it("without consent every flag is 0 and no time and no data come with it", () => {
    const { text, problems } = ending({ given: [] });
    expect(problems).toEqual([]);
    expect(text.match(/ConsFlg":"0"/g)).toHaveLength(6);
    expect(text).not.toMatch(
      /ConsTime|AvailableTime|SpecificDiseasesCertificateList|LimitApplicationCertificateRelatedInfo/,
    );
  });

  it("consent to the disease certificate brings the list", () => {
    expect(ending({ given: ["disease"] }).text).toContain("SpecificDiseasesCertificateList");
  });

  it.each<[string, Ending, string]>([
    ["2024-10-06, asked and given", { today: "2024-10-06", given: ["limit"] }, "1"],
    ["2024-10-06, asked and refused", { today: "2024-10-06" }, "0"],
    ["2024-10-06, not asked", { today: "2024-10-06", asked: [] }, "0"],
    ["2024-10-07, not asked", { today: "2024-10-07", asked: [] }, "1"],
    ["2024-10-07, asked and refused", { today: "2024-10-07" }, "0"],
  ])("limit data on %s: flag %j", (_title, story, flag) => {
    const { text } = ending({ lastDay: "2027-05-20", ...story });
    expect(text).toContain(`"LimitApplicationCertificateRelatedConsFlg":"${flag}"`);
    expect(text.includes("LimitApplicationCertificateRelatedInfo")).toBe(flag === "1");
  });

  it.each([
    ["in grace", "2025-11-30", "SIM-W-304"],
    ["near its end", "2026-04-20", "SIM-W-303"],
    ["far from its end", "2029-05-20", undefined],
  ])("a certificate %s brings the remark %s", (_title, lastDay, remark) => {
    const { answer, problems } = ending({ lastDay });
    expect(problems).toEqual([]);
    expect(answer["MessageBody"]).toMatchObject({ ProcessingResultStatus: "1", QualificationValidity: "1" });
    expect(Object(answer["MessageBody"])["ProcessingResultCode"]).toBe(remark);
  });

  it("in grace no medical information is given, whatever was consented to", () => {
    const { text } = ending({ lastDay: "2025-11-30", given: ALL });
    for (const element of ["SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo"])
      expect(text).toContain(`"${element}ConsFlg":"0"`);
  });

  it("ends the dialogue: a second conclusion is refused", () => {
    const { under, recognised } = ending({});
    expect(conclude(under, item(recognised, "DialogueId"), [], [])).toMatchObject({ code: "SIM-E-007" });
  });

  it.each([
    [10 * MINUTE_MS, "ok"],
    [10 * MINUTE_MS + 1, "refused"],
  ])("%i ms after recognition is %s", (ms, status) => {
    const under = centre({ rows });
    const dialogue = item(authenticate(under, LONG), "DialogueId");
    under.clock.advanceTo(NOW + ms);
    expect(conclude(under, dialogue, [], []).status).toBe(status);
  });

  it("a yes to what nobody was asked is no consent, and none is kept", () => {
    const { text, under } = ending({ asked: ["drug", "checkup"], given: ["surgery", "drug", "disease"] });
    expect(text.match(/[A-Za-z]+ConsFlg":"1"/g)).toEqual([
      expect.stringContaining("LimitApplication"),
      expect.stringContaining("PharmacistsInfo"),
    ]);
    expect(rowOf(under.ledger, "consent", `p/${clinic.code}`)?.given).toEqual(["drug"]);
  });

  it("the Self-Defence Forces are told no medical consent, whatever was said", () => {
    const under = centre({
      rows: rowsOf({ ...person, eligibilities: [{ ...insurance, cardClassification: "07" }] }, 0),
    });
    const text = JSON.stringify(conclude(under, item(authenticate(under, LONG), "DialogueId"), ALL, ALL));
    for (const element of ["SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo"])
      expect(text).toContain(`"${element}ConsFlg":"0"`);
  });

  it("keeps the consent for this facility alone", () => {
    const { under } = ending({ given: ["drug"] });
    const consentAt = (facility: string) => rowOf(under.ledger, "consent", `p/${facility}`);
    expect(consentAt(clinic.code)).toEqual({ atMs: NOW, given: ["drug"], eligibilityOnly: false });
    expect(consentAt(pharmacy.code)).toBeUndefined();
  });

  it("a later refusal takes an earlier consent back", () => {
    const { under } = ending({ given: ["drug"] });
    conclude(under, item(authenticate(under, LONG), "DialogueId"), ["drug"], []);
    const key = `p/${clinic.code}`;
    expect(rowOf(under.ledger, "consent", key)?.given).toEqual([]);
  });

  it("an insurance not acquired yet is not given out", () => {
    const future = { ...someone, eligibilities: [{ ...insurance, acquired: addDays(TODAY, 1) }] };
    const under = centre({ rows: rowsOf(future, 0) });
    const answer = conclude(under, item(authenticate(under, LONG), "DialogueId"), [], []);
    expect(JSON.stringify(answer)).toContain('"QualificationValidity":"2"');
  });
});
