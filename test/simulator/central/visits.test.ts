import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import {
  type VisitConsent,
  type VisitFlag,
  visitConsentKey,
  visitPatientsKey,
} from "../../../simulator/central/visit-consent.ts";
import { addDays, type CivilDate, civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { bodyOf, centre, clinic, pharmacy, rowsOf, someone, type TakenIn, TODAY } from "./fixture.ts";

const consented = (flag: VisitFlag, changes: Partial<VisitConsent> = {}): readonly LedgerChange[] => {
  const consent: VisitConsent = { on: TODAY, atMs: midnightMs(TODAY), given: ["drug"], ...changes };
  return [
    ...rowsOf(someone),
    { table: "visitConsent", key: visitConsentKey(someone.id, clinic.code, flag)[1], row: consent },
    { table: "visitPatients", key: visitPatientsKey(clinic.code, flag)[1], row: { personIds: [someone.id] } },
  ];
};
const sender = { MedicalInstitutionCode: clinic.code };
const home = (from = TODAY, to = TODAY) => ({
  MessageHeader: sender,
  MessageBody: {
    QualificationConfirmSearchInfo: { ConsentDateFrom: from, ConsentDateTo: to, MedicalTreatmentFlag: "2" },
  },
});
const online = (from = TODAY, to = TODAY) => ({
  MessageHeader: sender,
  MessageBody: {
    QualificationConfirmSearchInfo: { ExaminationDateFrom: from, ExaminationDateTo: to, MedicalTreatmentFlag: "3" },
  },
});

/** Hands a job in, waits until it is ready, and returns the units. */
function unitsOf(
  rows: readonly LedgerChange[],
  kind: string,
  query: object,
  { facility = clinic.code, today = TODAY }: { readonly facility?: string; readonly today?: CivilDate } = {},
) {
  const { ask, clock } = centre({ rows, today });
  const body = bodyOf<TakenIn>(ask(`${kind}01`, query, facility)).MessageBody;
  const fetch = { MessageHeader: sender, MessageBody: { ReceptionNumber: body.ReceptionNumber } };
  const early = bodyOf(ask(`${kind}02`, fetch, facility))["MessageHeader"] as { SegmentOfResult: string };
  expect(early.SegmentOfResult).toBe("2");
  clock.advanceTo(clock.nowMs + HOUR_MS);
  const done = bodyOf(ask(`${kind}02`, fetch, facility))["MessageBody"] as { BulkConfirmUnit: readonly object[] };
  return done.BulkConfirmUnit.map((unit) => JSON.stringify(unit));
}

describe("everyone who consented to visits at home", () => {
  it("comes with eligibility and consents, and without an end of 24 hours", () => {
    const [unit = ""] = unitsOf(consented("2"), "OQSmuhvq", home());
    expect(unit).toContain('"PharmacistsInfoConsFlg":"1"');
    expect(unit).toContain('"DiagnosisInfoConsFlg":"0"');
    expect(unit).not.toContain("AvailableTime");
  });

  it.each<[string, Partial<VisitConsent>, object, number]>([
    ["consented before the period", { on: addDays(TODAY, -1) }, home(), 0],
    ["consented on its first day", { on: addDays(TODAY, -1) }, home(addDays(TODAY, -1)), 1],
    ["consented on its last day", {}, home(addDays(TODAY, -7)), 1],
  ])("who %s", (_title, changes, query, people) => {
    expect(unitsOf(consented("2", changes), "OQSmuhvq", query)).toHaveLength(people);
  });

  it("an ended consent comes back as expired", () => {
    const ended = { ended: { atMs: midnightMs(TODAY), reason: "2" } } as const;
    expect(unitsOf(consented("2", ended), "OQSmuhvq", home())[0]).toContain('"PharmacistsInfoConsFlg":"2"');
  });

  it("is told to no other facility", () => {
    expect(unitsOf(consented("2"), "OQSmuhvq", home(), { facility: pharmacy.code })).toEqual([]);
  });

  it("another kind of care is refused", () => {
    const query = {
      ...home(),
      MessageBody: {
        QualificationConfirmSearchInfo: {
          ...home().MessageBody.QualificationConfirmSearchInfo,
          MedicalTreatmentFlag: "3",
        },
      },
    };
    expect(centre().ask("OQSmuhvq01", query)).toMatchObject({ status: "refused", code: "SIM-E-004" });
  });
});

describe("everyone who consented to online visits", () => {
  it.each<[string, string, string, number]>([
    ["on the day of the visit the consent stands", TODAY, "1", 1],
    ["the day before it is given already", addDays(TODAY, 1), "1", 1],
    ["the day after it has expired", addDays(TODAY, -1), "2", 1],
  ])("%s", (_title, examinationDate, flag, people) => {
    const units = unitsOf(
      consented("3", { examinationDate: examinationDate as VisitConsent["on"] }),
      "OQSmuonq",
      online(addDays(TODAY, -1), addDays(TODAY, 7)),
    );
    expect(units).toHaveLength(people);
    expect(units[0]).toContain(`"PharmacistsInfoConsFlg":"${flag}"`);
  });

  it("of a member of the Self-Defence Forces come with no consent, for there is nothing to view", () => {
    const forces = {
      ...someone,
      eligibilities: someone.eligibilities.map((row) => ({ ...row, cardClassification: "07" })),
    };
    const rows: readonly LedgerChange[] = [
      ...consented("3", { examinationDate: TODAY }),
      { table: "person", key: someone.id, row: forces },
    ];
    expect(unitsOf(rows, "OQSmuonq", online())[0]).toContain('"PharmacistsInfoConsFlg":"0"');
  });

  it("a search without any day is refused", () => {
    const query = {
      MessageHeader: sender,
      MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentFlag: "3" } },
    };
    expect(centre().ask("OQSmuonq01", query)).toMatchObject({ status: "refused", code: "SIM-E-002" });
  });
});

describe("before consents from afar were part of the check (eligibility-rules.md §14)", () => {
  it.each([
    ["OQSmuhvq", "2", "2024-03-31", 0],
    ["OQSmuhvq", "2", "2024-04-01", 1],
    ["OQSmuonq", "3", "2024-03-31", 0],
    ["OQSmuonq", "3", "2024-04-01", 1],
  ] as const)("%s with flag %s on %s has so many people: %i", (kind, flag, day, people) => {
    const today = civilDate(day);
    const rows = consented(flag, { on: today, atMs: midnightMs(today), examinationDate: today });
    const query = flag === "2" ? home(today, today) : online(today, today);
    expect(unitsOf(rows, kind, query, { today })).toHaveLength(people);
  });
});

describe("kinds that are ours", () => {
  it.each(["OQSsihvd01", "OQSsiurl01", "OQSsiinq01", "OQSsipcd01", "OQSsiaco01"])(
    "%s is refused as switched off while the profile has it off",
    (kind) => {
      const [row] = someone.eligibilities;
      const body =
        kind === "OQSsihvd01"
          ? {
              InsurerNumber: row?.insurerNumber,
              InsuredIdentificationNumber: row?.number,
              Birthdate: someone.birthdate,
              ConsentInfoList: [{ ConsentInfoType: "YZK" }],
            }
          : kind === "OQSsiurl01"
            ? { UrlClassification: "2", OutputFormat: "1", UrlChange: "0" }
            : {};
      expect(centre().ask(kind, { MessageHeader: sender, MessageBody: body })).toMatchObject({
        status: "refused",
        code: "SIM-E-010",
      });
    },
  );
});
