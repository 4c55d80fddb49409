import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computedRows } from "../../../simulator/central/population-rows.ts";
import { visitConsentKey } from "../../../simulator/central/visit-consent.ts";
import { addDays, type CivilDate, civilDate, HOUR_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import type { QualificationAnswer, QualificationResult } from "../../../simulator/messages/kinds/siquc01.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { type Eligibility, type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { bodyOf, type Centre, type CentreOptions, centre, clinic, someone, type TakenIn } from "./fixture.ts";

const PEOPLE = 200_000;
const LATER = civilDate("2026-02-10");

const keysOf = ({ birthdate }: InsuredPerson, { insurerNumber, symbol, number, branch }: Eligibility) => ({
  InsurerNumber: insurerNumber,
  ...(symbol === undefined ? {} : { InsuredCardSymbol: symbol }),
  InsuredIdentificationNumber: number,
  ...(branch === undefined ? {} : { InsuredBranchNumber: branch }),
  Birthdate: birthdate,
});
const about = (on: CivilDate, search: object) => ({
  MessageHeader: { QualificationConfirmationDate: on, MedicalInstitutionCode: clinic.code },
  MessageBody: { QualificationConfirmSearchInfo: search },
});

/** What a centre on a day answers about an earlier one, by number, for the limit data the patient agreed to. */
function answered(
  person: InsuredPerson,
  row: Eligibility,
  on: CivilDate,
  options: CentreOptions,
): { readonly validity: string | undefined; readonly result: QualificationResult | undefined } {
  const search = { ...keysOf(person, row), LimitApplicationCertificateRelatedConsFlg: "1" };
  const answer = bodyOf<QualificationAnswer>(centre(options).ask("OQSsiquc01", about(on, search)));
  return {
    validity: answer.MessageBody.QualificationValidity,
    result: answer.MessageBody.ResultList?.ResultOfQualificationConfirmation[0],
  };
}

/** The benefits of a result, and nothing that hangs on when it was asked. */
const benefitsOf = (result: QualificationResult | undefined) => ({
  ratio: result?.InsuredPartialContributionRatio,
  preschool: result?.PreschoolClassification,
  elderly: result?.ElderlyRecipientCertificateInfo,
  limit: result?.LimitApplicationCertificateRelatedInfo,
  card: [result?.InsuredCertificateIssuanceDate, result?.InsuredCardValidDate, result?.InsuredCardExpirationDate],
});

const on = (day: CivilDate): Population => new Population(7, { asOf: day, size: PEOPLE });
const asked = (person: InsuredPerson, row: Eligibility, about: CivilDate, today: CivilDate) =>
  answered(person, row, about, { today, computed: computedRows(on(today)) });

/** The other ways that take a day, each asked about a person; a batch is fetched an hour later. */
const OTHER_WAYS: Readonly<
  Record<string, (under: Centre, person: InsuredPerson, row: Eligibility, on: CivilDate) => object>
> = {
  OQSmuquc: (under, person, row, on) => {
    const search = { ...keysOf(person, row), LimitApplicationCertificateRelatedConsFlg: "0" };
    return fetched(under, ["OQSmuquc01", "OQSmuquc02"], about(on, [search]));
  },
  OQSmuhvq: (under, person, row, on) => fetched(under, ["OQSmuhvq11", "OQSmuhvq12"], about(on, [keysOf(person, row)])),
  OQSsihvq: ({ ask }, person, row, on) => {
    const flags = { LimitApplicationCertificateRelatedConsFlg: "0", MedicalTreatmentFlag: "2" };
    return ask("OQSsihvq01", about(on, { ...keysOf(person, row), ...flags }));
  },
  OQSsiemq: ({ ask }, person, row, on) => {
    const emergency = { InformationRequestPattern: "1", EmergencyViewingAuthority: "1" };
    return ask("OQSsiemq01", about(on, { ...keysOf(person, row), ...emergency }));
  },
  SIMoutageLookup: ({ ask }, { name, birthdate, sex, address }, _row, on) =>
    ask("SIMoutageLookup", { Name: name, Birthdate: birthdate, Sex: sex, Address: address, Day: on }),
};

function fetched({ ask, clock }: Centre, [handIn, fetch]: readonly [string, string], query: object): object {
  const { ReceptionNumber } = bodyOf<TakenIn>(ask(handIn, query)).MessageBody;
  clock.advanceTo(clock.nowMs + HOUR_MS);
  return ask(fetch, { MessageHeader: { MedicalInstitutionCode: clinic.code }, MessageBody: { ReceptionNumber } });
}

/** A centre that knows a consent of the person to visits at home, and whose outage gate is open. */
function openTo({ id }: InsuredPerson): Centre {
  const consent = { on: LATER, atMs: midnightMs(LATER), given: ["drug"] as const };
  return centre({
    rows: [
      { table: "visitConsent", key: visitConsentKey(id, clinic.code, "2")[1], row: consent },
      { table: "outageGate", key: clinic.code, row: { opensAtMs: 0 } },
    ],
    profile: { ...defaultProfile, ext: { ...defaultProfile.ext, visits: true, emergency: true } },
    today: LATER,
    computed: computedRows(on(LATER)),
  });
}

/** Somebody with one open insurance, by what it says on a day. */
function whose(day: CivilDate, suits: (row: Eligibility, person: InsuredPerson) => boolean) {
  const population = on(day);
  for (let index = 0; index < PEOPLE; index++) {
    const person = population.personAt(index);
    const [row, another] = person.eligibilities;
    if (row !== undefined && another === undefined && row.lost === undefined && suits(row, person))
      return { person, row };
  }
  throw new RangeError("nobody suits");
}

describe("a past day, asked about later (eligibility-rules.md §1, §4.1, §11)", () => {
  it("has the ratio, the class and the certificates it had when it was asked about that day itself", () => {
    let other = 0;
    fc.assert(
      fc.property(fc.nat(PEOPLE - 1), fc.nat(2_000), fc.nat(600), (index, day, later) => {
        const then = addDays(civilDate("2021-03-04"), day);
        const today = addDays(then, later);
        const person = on(then).personAt(index);
        const row = person.eligibilities.find(({ lost }) => lost === undefined);
        if (row === undefined || person.birthdate > then) return;
        const [before, after] = [asked(person, row, then, then), asked(person, row, then, today)];
        expect(after.validity).toBe(before.validity);
        expect(benefitsOf(after.result)).toEqual(benefitsOf(before.result));
        if (
          JSON.stringify(benefitsOf(asked(person, row, today, today).result)) !==
          JSON.stringify(benefitsOf(after.result))
        )
          other += 1;
      }),
      { numRuns: 400 },
    );
    expect(other).toBeGreaterThan(50);
  });

  it("knows the loss all the same", () => {
    const then = civilDate("2025-06-01");
    const later = on(LATER);
    for (let index = 0; index < PEOPLE; index++) {
      const person = later.personAt(index);
      const [row] = person.eligibilities;
      if (row?.lost === undefined || row.lost < civilDate("2025-07-01") || row.acquired > then) continue;
      expect(asked(person, row, then, then).result?.DisqualificationDate).toBeUndefined();
      expect(asked(person, row, then, LATER)).toMatchObject({
        validity: "1",
        result: { DisqualificationDate: row.lost },
      });
      return;
    }
    expect.unreachable("nobody lost an insurance");
  });

  it("before October 2022 is no class of two tenths, and its certificate ends with September", () => {
    const { person, row } = whose(
      civilDate("2022-10-15"),
      ({ contributionRatio, limit, acquired }) =>
        contributionRatio === "020" && limit !== undefined && acquired < "20220101",
    );
    const { result } = asked(person, row, civilDate("2022-09-15"), civilDate("2022-10-15"));
    expect(benefitsOf(result)).toMatchObject({
      ratio: "010",
      limit: {
        LimitApplicationCertificateClassificationFlag: "B04",
        LimitApplicationCertificateValidEndDate: "20220930",
      },
      card: ["20220801", "20220801", "20220930"],
    });
  });

  it.each(Object.entries(OTHER_WAYS))("is answered as it was by %s too", (_kind, ask) => {
    const { person, row } = whose(
      LATER,
      ({ elderly, acquired }) => elderly?.validFrom === "20250801" && acquired < "20240101",
    );
    const text = JSON.stringify(ask(openTo(person), person, row, civilDate("2025-07-15")));
    expect(text).toContain('"ElderlyRecipientValidEndDate":"20250731"');
    expect(text).not.toContain("20260731");
  });

  it("before there was a check has no certificate of a later year", () => {
    const { person, row } = whose(
      civilDate("2021-09-01"),
      ({ elderly, acquired }) => elderly !== undefined && acquired < "20200101",
    );
    const { validity, result } = asked(person, row, civilDate("2020-05-01"), civilDate("2021-09-01"));
    expect([validity, result?.ElderlyRecipientCertificateInfo]).toEqual(["1", undefined]);
  });

  it("is told what the insurer has since put right, where that holds on the day", () => {
    const { person, row } = whose(LATER, ({ limit, elderly }) => limit !== undefined && elderly === undefined);
    const { limit = expect.unreachable("no limit data") } = row;
    const corrected = { ...person, eligibilities: [{ ...row, limit: { ...limit, flag: "A05" as const } }] };
    const options = {
      today: LATER,
      computed: computedRows(on(LATER)),
      rows: [{ table: "person", key: person.id, row: corrected }] as const,
    };
    expect(
      answered(person, row, addDays(LATER, -3), options).result?.LimitApplicationCertificateRelatedInfo,
    ).toMatchObject({ LimitApplicationCertificateClassificationFlag: "A05" });
  });
});

describe("limit data on a day outside their dates", () => {
  const dates = {
    issued: civilDate("2025-08-01"),
    validFrom: civilDate("2025-08-01"),
    validUntil: civilDate("2026-07-31"),
  };
  const row: Eligibility = {
    cardClassification: "01",
    insurerNumber: "06990014",
    insurerName: "架空健康保険組合",
    number: "9001",
    acquired: civilDate("2020-04-01"),
    limit: { classification: "01", flag: "A03", ...dates },
  };
  const rows = [
    { table: "person", key: someone.id, row: { ...someone, eligibilities: [row] } },
    { table: "insured", key: "06990014/9001", row: { personIds: [someone.id] } },
  ] as const;

  it.each([
    ["2025-07-31", false],
    ["2025-08-01", true],
    ["2026-07-31", true],
    ["2026-08-01", false],
  ] as const)("about %s they are told: %s", (day, told) => {
    const { result } = answered(someone, row, civilDate(day), { rows, today: LATER });
    expect(result?.LimitApplicationCertificateRelatedConsFlg).toBe("1");
    expect(result?.LimitApplicationCertificateRelatedInfo !== undefined).toBe(told);
  });
});

describe("a day ahead, over 1 August (eligibility-rules.md §3.1)", () => {
  it("finds the yearly card ended and the insurance valid", () => {
    const today = civilDate("2026-07-31");
    const { person, row } = whose(today, ({ validUntil }) => validUntil === "20260731");
    const { validity, result } = asked(person, row, civilDate("2026-08-03"), today);
    expect([validity, result?.InsuredCardExpirationDate]).toEqual(["1", "20260731"]);
  });
});
