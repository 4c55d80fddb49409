import { describe, expect, it } from "vitest";
import { CentralCore } from "../../../simulator/central/central-core.ts";
import { consentPart } from "../../../simulator/central/consent-part.ts";
import { type ConsentKind, type LedgerChange, MemoryLedger, runOn } from "../../../simulator/central/ledger.ts";
import type { MedicalDocuments } from "../../../simulator/central/medical/documents.ts";
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  HOUR_MS,
  midnightMs,
} from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { type CheckupInformationAnswer, tkkSiquc01 } from "../../../simulator/messages/kinds/tkk-siquc01.ts";
import { type DrugInformationAnswer, yzkSiquc01 } from "../../../simulator/messages/kinds/yzk-siquc01.ts";
import { type CentreAccount, encodeAnswer } from "../../../simulator/messages/line-envelope.ts";
import { resultCode } from "../../../simulator/messages/result-codes.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import { type Facility, namedFacility } from "../../../simulator/population/facility.ts";
import { careHistory, checkupsOf } from "../../../simulator/population/medical/index.ts";
import { type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { wellDocumented } from "../../../simulator/population/personas/well-documented.ts";

const TODAY = civilDate("2026-02-10");
const clinic = namedFacility("clinic");
const pharmacy = namedFacility("pharmacy");
const population = new Population(1, { asOf: TODAY });
const documented = { ...personWho((person) => wellDocumented.suits(person, TODAY)), id: "well-documented" };
const ALL: readonly ConsentKind[] = ["drug", "care", "surgery", "checkup"];

function personWho(suits: (person: InsuredPerson) => boolean, from = 33_000_000): InsuredPerson {
  for (let index = from; index < from + 20_000; index++) {
    const person = population.personAt(index);
    if (suits(person)) return person;
  }
  throw new RangeError("nobody suits");
}

interface Asked {
  readonly person?: InsuredPerson;
  readonly given?: readonly ConsentKind[];
  readonly kind?: "YZKsiquc01" | "TKKsiquc01";
  readonly body?: object;
  readonly today?: CivilDate;
  readonly at?: Facility;
  readonly account?: CentreAccount;
  readonly documents?: MedicalDocuments;
  readonly ageMs?: number;
  readonly changes?: readonly LedgerChange[];
  /** Takes what the answer changes. */
  readonly kept?: LedgerChange[];
}

const everything = (category: string, from = "201501", until = "203012"): object => ({
  StartDate: from,
  EndDate: until,
  FileCategory: category,
});

/** Asks the centre about a person who consented just now. */
function ask({
  person = documented,
  given = ALL,
  kind = "YZKsiquc01",
  body = everything("2"),
  ...rest
}: Asked = {}): unknown {
  const { today = TODAY, at = clinic, account, documents, ageMs = 0, changes = [], kept = [] } = rest;
  const nowMs = midnightMs(today) + 10 * HOUR_MS;
  const ledger = new MemoryLedger(() => undefined);
  const [row] = person.eligibilities;
  if (row === undefined) throw new RangeError("nobody");
  const header = {
    MedicalInstitutionCode: at.code,
    InsurerNumber: row.insurerNumber,
    InsuranceCardSymbol: row.symbol ?? "",
    InsuredPersonIdentificationNumber: row.number,
    BranchNumber: row.branch ?? "",
  };
  ledger.apply([
    { table: "person", key: person.id, row: person },
    { table: "insured", key: `${row.insurerNumber}/${row.number}`, row: { personIds: [person.id] } },
    { table: "consent", key: `${person.id}/${at.code}`, row: { atMs: nowMs - ageMs, given, eligibilityOnly: false } },
    ...changes,
  ]);
  const core = new CentralCore({
    rng: rngFromSeed(1),
    facilityByCode: (code) => (code === at.code ? at : undefined),
    ...(documents === undefined ? {} : { documents }),
  });
  const request = {
    kind,
    facility: at.code,
    ...(account === undefined ? {} : { account }),
    body: { MessageHeader: header, MessageBody: body },
  };
  const open = core.open(request, nowMs);
  const { answer, changes: changed } = "changes" in open ? open : runOn(ledger, open.answer(undefined));
  kept.push(...changed);
  if (answer.status !== "ok") throw new RangeError(JSON.stringify(answer));
  expect(encodeAnswer(answer).length).toBeLessThan(1 << 20);
  return answer.body;
}

const drugs = (asked: Asked = {}): DrugInformationAnswer => ask(asked) as DrugInformationAnswer;
const checkups = (asked: Asked = {}): CheckupInformationAnswer =>
  ask({ kind: "TKKsiquc01", body: { FileCategory: "2" }, ...asked }) as CheckupInformationAnswer;
const daysOf = ({ MessageBody }: DrugInformationAnswer) =>
  MessageBody.MeTrMonthInf.flatMap(({ DiDateInfs }) => DiDateInfs?.DiDateInf ?? []);
const resultOf = ({ MessageHeader }: { readonly MessageHeader: { readonly ResultCode: string } }) =>
  MessageHeader.ResultCode;

/** A document that keeps what it was made from. */
function made(seen: object[], report: object, mark: number): Uint8Array {
  seen.push(report);
  return Uint8Array.of(37, mark);
}

describe("drug information", () => {
  it("of months the wrong way round is refused, not answered as no medicine", () => {
    expect(drugs({ body: everything("2", "202602", "202601") }).MessageHeader).toMatchObject({
      ResultCode: "2",
      MessageContents: resultCode("SIM-E-004").ja,
    });
    expect(resultOf(drugs({ body: everything("2", "202601", "202601") }))).toBe("1");
  });

  it("needs the consent its category is named after, and leaves out other kinds without one", () => {
    for (const [category, given, result] of [
      ["2", ["drug"], "1"],
      ["2", ["care", "surgery", "checkup"], "2"],
      ["4", ["drug"], "2"],
      ["4", ["care"], "1"],
    ] as const) {
      expect(resultOf(drugs({ given, body: everything(category) }))).toBe(result);
    }
    const careAlone = daysOf(drugs({ given: ["care"], body: everything("4") }));
    expect(careAlone.some(({ MeTrInfs }) => MeTrInfs !== undefined)).toBe(true);
    expect(careAlone.some(({ DrugInfs }) => DrugInfs !== undefined)).toBe(false);
    const both = daysOf(drugs({ given: ["care", "drug"], body: everything("4") }));
    expect(both.some(({ DrugInfs }) => DrugInfs !== undefined)).toBe(true);
    expect(daysOf(drugs()).some(({ MeTrInfs }) => MeTrInfs !== undefined)).toBe(false);
  });

  it("ends with the consent to the millisecond (V20)", () => {
    expect(resultOf(drugs({ ageMs: 24 * HOUR_MS - 1 }))).toBe("1");
    expect(resultOf(drugs({ ageMs: 24 * HOUR_MS }))).toBe("2");
  });

  it("looks back three years until 2024-11-30 and five from 2024-12-01, but not before there were data (C27)", () => {
    const oldest = (day: string) =>
      daysOf(drugs({ today: civilDate(day) }))
        .map(({ DiDate = "" }) => DiDate)
        .toSorted()[0] ?? "";
    expect(oldest("2024-11-30") >= "20211130").toBe(true);
    expect(oldest("2024-11-30") < "20220101").toBe(true);
    expect(oldest("2024-12-01") >= "20210901").toBe(true);
    expect(oldest("2024-12-01") < "20211001").toBe(true);
    expect(oldest("2026-12-01") >= "20211201").toBe(true);
  });

  it("holds no claim before it has arrived, 11 to 41 days after its month", () => {
    const newest =
      daysOf(drugs())
        .map(({ DiDate = "" }) => DiDate)
        .toSorted()
        .at(-1) ?? "";
    expect(newest <= "20251231").toBe(true);
    expect(newest >= "20251101").toBe(true);
    const [row] = daysOf(drugs({ today: addMonths(TODAY, 2) }))
      .map(({ DiDate = "" }) => DiDate)
      .toSorted()
      .slice(-1);
    expect((row ?? "") > newest).toBe(true);
  });

  it("keeps to the months asked for", () => {
    const answer = drugs({ body: everything("2", "202509", "202510") });
    const months = new Set(answer.MessageBody.MeTrMonthInf.map(({ MeTrMonth }) => MeTrMonth));
    expect([...months].toSorted()).toEqual(["202509", "202510"]);
    expect(drugs({ body: everything("2", "202510", "202509") }).MessageBody.MeTrMonthInf).toEqual([]);
  });

  it("brings electronic prescriptions of the last 100 days at once, unless they are not wanted", () => {
    const person = personWho((one) => careHistory(one, addDays(TODAY, -3), TODAY).some(({ electronic }) => electronic));
    const { MessageBody } = drugs({ person });
    const prescribed = (MessageBody.ShPrInf?.ShPrMonthInf ?? []).flatMap(
      ({ ShPrDateInfs }) => ShPrDateInfs?.ShPrDateInf ?? [],
    );
    const dates = prescribed.map(({ ShPrDate = "" }) => ShPrDate).toSorted();
    expect((dates.at(-1) ?? "") >= addDays(TODAY, -3)).toBe(true);
    expect((dates[0] ?? "") >= addDays(TODAY, -100)).toBe(true);
    expect(MessageBody.CzDiInf?.CzDiMonthInf.length).toBeGreaterThan(0);
    const without = drugs({ person, body: { ...everything("2"), PrDiInfClassification: "0" } });
    expect(without.MessageBody.ShPrInf).toBeUndefined();
    expect(drugs({ person, given: ["care"], body: everything("4") }).MessageBody.CzDiInf).toBeUndefined();
  });

  it("comes as a PDF for categories 1 and 3, refusals as XML all the same", () => {
    const seen: object[] = [];
    const documents: MedicalDocuments = {
      drugs: (report) => made(seen, report, 80),
      checkups: (report) => made(seen, report, 81),
    };
    expect(ask({ documents, body: everything("1") })).toEqual({ Pdf: "JVA=" });
    expect(ask({ documents, body: everything("3") })).toEqual({ Pdf: "JVA=" });
    expect(seen[0]).not.toHaveProperty("surgeries");
    expect(seen[1]).toHaveProperty("surgeries");
    expect(ask({ documents, kind: "TKKsiquc01", body: { FileCategory: "1" } })).toEqual({ Pdf: "JVE=" });
    expect(resultOf(drugs({ documents, given: [], body: everything("1") }))).toBe("2");
    expect(resultOf(drugs({ body: everything("1") }))).toBe("2");
  });
});

describe("medical information", () => {
  it("goes to no account but a viewer's, and not to the Self-Defence Forces or day labourers", () => {
    expect(resultOf(drugs({ account: "medical-viewer" }))).toBe("1");
    expect(resultOf(drugs({ account: "general" }))).toBe("2");
    expect(resultOf(checkups({ account: "general" }))).toBe("2");
    const [row] = documented.eligibilities;
    if (row === undefined) throw new RangeError("nobody");
    const as = (changes: object) => ({ ...documented, eligibilities: [{ ...row, ...changes }] });
    expect(resultOf(drugs({ person: as({ cardClassification: "07" }) }))).toBe("2");
    expect(resultOf(drugs({ person: as({ insurerNumber: "03990010" }) }))).toBe("2");
  });

  it("is of no insurance that the J-LIS comparison holds (§15.4)", () => {
    const held = {
      ...documented,
      eligibilities: documented.eligibilities.map((row) => ({ ...row, held: true as const })),
    };
    expect(resultOf(drugs())).toBe("1");
    expect(resultOf(drugs({ person: held }))).toBe("2");
    expect(resultOf(checkups({ person: held }))).toBe("2");
  });

  it("excludes the person by what covers today, whatever number is named", () => {
    const [row] = documented.eligibilities;
    if (row === undefined) throw new RangeError("nobody");
    const before = { ...row, lost: addDays(TODAY, -300) };
    const today = { ...row, number: "123", acquired: addDays(TODAY, -300) };
    const forces = { cardClassification: "07" };
    const named = (first: object, second: object) =>
      resultOf(
        drugs({
          person: {
            ...documented,
            eligibilities: [
              { ...before, ...first },
              { ...today, ...second },
            ],
          },
        }),
      );
    expect(named({}, forces)).toBe("2");
    expect(named(forces, {})).toBe("1");
    expect(resultOf(drugs({ person: { ...documented, eligibilities: [{ ...before, ...forces }] } }))).toBe("2");
  });

  it("leaves an entry of every look, and none of a refusal", () => {
    const looks = (given: readonly ConsentKind[]) => {
      const kept: LedgerChange[] = [];
      drugs({ given, kept });
      return kept.filter(({ table }) => table === "viewLog");
    };
    expect(looks(["drug"])).toMatchObject([{ row: { screen: "YZKsiquc01", personId: documented.id } }]);
    expect(looks([])).toEqual([]);
  });

  it("gives pharmacies check-ups, and nobody a kind that the facility has switched off", () => {
    expect(resultOf(checkups({ at: pharmacy }))).toBe("1");
    const initial = { ...clinic, consentKinds: ["checkup", "drug"] as const };
    expect(resultOf(checkups({ at: initial }))).toBe("1");
    expect(resultOf(drugs({ at: initial, body: everything("4") }))).toBe("2");
  });

  it("rests on the consent from afar for home visits while it stands, and on that alone", () => {
    const body = { ...everything("2"), MedicalTreatmentFlag: "2" };
    const consent = { on: addDays(TODAY, -40), atMs: 0, given: ["drug"] as const };
    const key = `${clinic.code}/2/${documented.id}`;
    const standing: LedgerChange = { table: "visitConsent", key, row: consent };
    const ended: LedgerChange = { table: "visitConsent", key, row: { ...consent, ended: { atMs: 1, reason: "2" } } };
    expect(resultOf(drugs({ body, changes: [standing] }))).toBe("1");
    expect(resultOf(drugs({ body, changes: [ended] }))).toBe("2");
    expect(resultOf(drugs({ body }))).toBe("2");
    expect(resultOf(drugs({ body: { ...body, MedicalTreatmentFlag: "4" } }))).toBe("2");
  });

  it.each([
    ["the day before is refused without a word of an end", addDays(TODAY, 1), "SIM-P-105"],
    ["on the day is answered", TODAY, undefined],
    ["the day after has expired", addDays(TODAY, -1), "SIM-P-106"],
  ] as const)("for an online visit, %s", (_title, examinationDate, code) => {
    const body = { ...everything("2"), MedicalTreatmentFlag: "3" };
    const key = `${clinic.code}/3/${documented.id}`;
    const row = { on: TODAY, atMs: 0, given: ["drug"], examinationDate } as const;
    const { MessageHeader } = drugs({ body, changes: [{ table: "visitConsent", key, row }] });
    expect(MessageHeader.MessageContents).toBe(code && resultCode(code).ja);
  });

  it("rests on no consent from afar before there were any (eligibility-rules.md §14)", () => {
    for (const flag of ["2", "3"]) {
      const body = { ...everything("2"), MedicalTreatmentFlag: flag };
      const key = `${clinic.code}/${flag}/${documented.id}`;
      const onDay = (written: string): string => {
        const today = civilDate(written);
        const row = { on: today, atMs: midnightMs(today), given: ["drug"] as const };
        return resultOf(drugs({ body, today, changes: [{ table: "visitConsent", key, row }] }));
      };
      expect([onDay("2024-03-31"), onDay("2024-04-01")]).toEqual(["2", "1"]);
    }
  });

  it("is open in an emergency as the inquiry asked, and the summary shows no more than a summary", () => {
    const view = (pattern: string, ageMs = 0): readonly LedgerChange[] => [
      {
        table: "emergencyView",
        key: `${documented.id}/${clinic.code}`,
        row: { atMs: midnightMs(TODAY) + 10 * HOUR_MS - ageMs, pattern },
      },
    ];
    const emergency = { MedicalTreatmentFlag: "4" };
    const body = { ...everything("4"), ...emergency };
    const given: readonly ConsentKind[] = [];
    expect(resultOf(drugs({ given, body, changes: view("2") }))).toBe("1");
    expect(resultOf(drugs({ given, body, changes: view("2", 24 * HOUR_MS) }))).toBe("2");
    expect(resultOf(drugs({ given, body, changes: view("6") }))).toBe("2");
    expect(resultOf(drugs({ given, body, changes: view("4") }))).toBe("2");
    expect(resultOf(drugs({ given, body: { ...everything("2"), ...emergency }, changes: view("4") }))).toBe("1");
    const whole = daysOf(drugs({ given, body, changes: view("2") }));
    const summary = daysOf(drugs({ given, body, changes: view("1") }));
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThan(whole.length);
    expect(summary.every(({ DiDate = "" }) => DiDate >= addMonths(TODAY, -3))).toBe(true);
    const dates = checkups({ given, body: { FileCategory: "2", ...emergency }, changes: view("1") });
    expect(dates.MessageBody.SpecificHealthCheckupInfo.length).toBeGreaterThan(0);
    expect(JSON.stringify(dates)).not.toContain("身長");
  });

  it("fits the layout for whomever it is asked, people on dialysis too", () => {
    const ill = personWho(({ eligibilities }) =>
      eligibilities.some(({ diseases = [] }) => diseases.some(({ category }) => category === "1")),
    );
    const others = Array.from({ length: 150 }, (_, index) => population.personAt(index * 810_001 + 5)).filter(
      ({ eligibilities }) => eligibilities.length > 0,
    );
    for (const person of [ill, ...others]) {
      expect(validate(yzkSiquc01.answer, drugs({ person, body: everything("4") }))).toEqual([]);
      expect(validate(tkkSiquc01.answer, checkups({ person }))).toEqual([]);
    }
    expect(JSON.stringify(drugs({ person: ill, body: everything("4") }))).toContain("架空人工腎臓");
  });
});

describe("check-ups", () => {
  it("go back five years, newest first, once the insurer has loaded them", () => {
    const dates = checkups().MessageBody.SpecificHealthCheckupInfo.map(({ EffectiveTime }) => EffectiveTime);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(dates.every((date) => date >= addMonths(TODAY, -60))).toBe(true);
    const [latest] = checkupsOf(documented, addMonths(TODAY, -12), TODAY).slice(-1);
    if (latest === undefined) throw new RangeError("no check-up");
    const on = (today: CivilDate) => JSON.stringify(checkups({ today })).includes(latest.on);
    expect(on(addDays(latest.loaded, -1))).toBe(false);
    expect(on(latest.loaded)).toBe(true);
    expect(on(addMonths(latest.on, 60))).toBe(true);
    expect(on(addDays(addMonths(latest.on, 60), 1))).toBe(false);
  });

  it("hold the items the guide shows (requirements.md R1-31)", () => {
    const names = JSON.stringify(checkups());
    for (const name of [
      "身長",
      "体重",
      "腹囲",
      "ＢＭＩ",
      "血圧",
      "ＧＯＴ",
      "ＧＰＴ",
      "ＬＤＨ",
      "中性脂肪",
      "ＨＤＬ",
      "ＬＤＬ",
      "血糖",
      "ＨｂＡ１ｃ",
      "ＣＲＰ",
      "ＲＦ",
    ]) {
      expect(names).toContain(name);
    }
  });
});

describe("the consent flags of a check-in", () => {
  const atMs = midnightMs(TODAY);
  const flags = (given: readonly ConsentKind[], emr: boolean, eligibilityOnly = false) =>
    consentPart({}, { atMs, given, eligibilityOnly }, { windowMs: 24 * HOUR_MS, emr, excluded: false }) as Readonly<
      Record<string, string>
    >;

  it("are all six, with their times only where the patient consented", () => {
    const { SpecificDiseasesCertificateRelatedConsFlg, ...medical } = flags(["drug"], false);
    expect(SpecificDiseasesCertificateRelatedConsFlg).toBe("0");
    expect(medical).toEqual({
      SpecificHealthCheckupsInfoConsFlg: "0",
      PharmacistsInfoConsFlg: "1",
      PharmacistsInfoConsTime: "20260210000000",
      PharmacistsInfoAvailableTime: "20260211000000",
      DiagnosisInfoConsFlg: "0",
      OperationInfoConsFlg: "0",
    });
    expect(Object.values(flags(ALL, false, true)).every((value) => value === "0")).toBe(true);
  });

  it("are all 0 for somebody who is insured where there is no medical view", () => {
    const terms = { windowMs: 24 * HOUR_MS, emr: true, excluded: true };
    const told = consentPart({}, { atMs, given: ALL, eligibilityOnly: false }, terms);
    expect(new Set(Object.values(told))).toEqual(new Set(["0"]));
  });

  it("have the six of 電子カルテ情報共有 beside them where the profile says so, each with the group of OQSCD036", () => {
    const answer = flags(["drug", "care"], true);
    expect(answer["PrescriptionInfoConsFlg"]).toBe("1");
    expect(answer["AllergyInfoConsFlg"]).toBe("1");
    expect(answer["TestInfoAvailableTime"]).toBe("20260211000000");
    expect(answer["DiagnosisNameInfoConsFlg"]).toBe("0");
    expect(answer["InfectiousInfoConsFlg"]).toBe("0");
    expect(flags(ALL, false)).not.toHaveProperty("AllergyInfoConsFlg");
  });
});
