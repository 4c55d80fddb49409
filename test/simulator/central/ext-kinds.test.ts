import { describe, expect, it } from "vitest";
import { type LedgerChange, rowOf } from "../../../simulator/central/ledger.ts";
import { visitConsentKey } from "../../../simulator/central/visit-consent.ts";
import { addDays, civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { resultCode } from "../../../simulator/messages/result-codes.ts";
import type { InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  centre,
  certificateUntil,
  clinic,
  item,
  rowsOf,
  someone,
  type TakenIn,
  TODAY,
} from "./fixture.ts";

const profile = {
  ...defaultProfile,
  ext: { ...defaultProfile.ext, visits: true, withdrawal: true, settings: true, emergency: true, codes: true },
};
const sender = { MedicalInstitutionCode: clinic.code };
const [row] = someone.eligibilities;
const keys = {
  InsurerNumber: row?.insurerNumber ?? "",
  InsuredCardSymbol: row?.symbol ?? "",
  InsuredIdentificationNumber: row?.number ?? "",
  Birthdate: someone.birthdate,
};
const HOME = visitConsentKey(someone.id, clinic.code, "2");
const consent = { on: TODAY, atMs: midnightMs(TODAY), given: ["drug", "care"] } as const;
const rows: readonly LedgerChange[] = [
  ...rowsOf(someone, 0),
  {
    table: "insured",
    key: `${keys.InsurerNumber}/${keys.InsuredIdentificationNumber}`,
    row: { personIds: [someone.id] },
  },
  { table: "visitConsent", key: HOME[1], row: consent },
];
const message = (body: object) => ({ MessageHeader: sender, MessageBody: body });
const revisit = (flag: string) => ({
  MessageHeader: { ...sender, QualificationConfirmationDate: TODAY },
  MessageBody: {
    QualificationConfirmSearchInfo: {
      ...keys,
      LimitApplicationCertificateRelatedConsFlg: "0",
      MedicalTreatmentFlag: flag,
    },
  },
});
const bodyText = (answer: Parameters<typeof bodyOf>[0]): string => JSON.stringify(bodyOf(answer)["MessageBody"]);

describe("a visit at home, asked again without a card (ours)", () => {
  it("is answered while the consent stands, with its flags", () => {
    const text = bodyText(centre({ rows, profile }).ask("OQSsihvq01", revisit("2")));
    expect(text).toContain('"QualificationValidity":"1"');
    expect(text).toContain('"PharmacistsInfoConsFlg":"1"');
  });

  it("is refused before there were consents from afar (eligibility-rules.md §14)", () => {
    const asked = (day: string): string => {
      const today = civilDate(day);
      const query = revisit("2");
      const header = { ...query.MessageHeader, QualificationConfirmationDate: today };
      return bodyText(centre({ rows, profile, today }).ask("OQSsihvq01", { ...query, MessageHeader: header }));
    };
    expect(asked("2024-03-31")).toContain("SIM-P-105");
    expect(asked("2024-04-01")).toContain('"PharmacistsInfoConsFlg":"1"');
  });

  it("is refused when nobody consented to online visits", () => {
    expect(bodyText(centre({ rows, profile }).ask("OQSsionq01", revisit("3")))).toContain("SIM-P-105");
  });

  const withdrawn = (type: string, of: object = keys) =>
    message({ ...of, ConsentInfoList: [{ ConsentInfoType: type }] });

  it("ends when the facility withdraws every kind, one after the other", () => {
    const { ask } = centre({ rows, profile });
    expect(bodyText(ask("OQSsihvd01", withdrawn("YZK")))).toContain('"ProcessingResultStatus":"1"');
    expect(bodyText(ask("OQSsihvq01", revisit("2")))).toContain('"DiagnosisInfoConsFlg":"1"');
    ask("OQSsihvd01", withdrawn("SRJ"));
    expect(bodyText(ask("OQSsihvq01", revisit("2")))).toContain("SIM-P-106");
  });

  it("a kind withdrawn alone is told as expired, never as one that was not given", () => {
    const { ask } = centre({ rows, profile });
    ask("OQSsihvd01", withdrawn("YZK"));
    const flags = bodyText(ask("OQSsihvq01", revisit("2")));
    expect(flags).toContain('"PharmacistsInfoConsFlg":"2"');
    expect(flags).toContain('"OperationInfoConsFlg":"0"');
    const drugs = {
      MessageHeader: {
        ...sender,
        InsurerNumber: keys.InsurerNumber,
        InsuranceCardSymbol: keys.InsuredCardSymbol,
        InsuredPersonIdentificationNumber: keys.InsuredIdentificationNumber,
        BranchNumber: row?.branch ?? "",
      },
      MessageBody: { StartDate: "202501", EndDate: "202602", FileCategory: "2", MedicalTreatmentFlag: "2" },
    };
    expect(JSON.stringify(bodyOf(ask("YZKsiquc01", drugs)))).toContain(resultCode("SIM-P-106").ja);
  });

  it("an end it has already keeps its reason when the facility withdraws what is left", () => {
    const ended = { atMs: 1, reason: "2" } as const;
    const under = centre({
      rows: [...rows, { table: "visitConsent", key: HOME[1], row: { ...consent, ended } }],
      profile,
    });
    under.ask(
      "OQSsihvd01",
      message({ ...keys, ConsentInfoList: [{ ConsentInfoType: "YZK" }, { ConsentInfoType: "SRJ" }] }),
    );
    expect(rowOf(under.ledger, "visitConsent", HOME[1])?.ended).toEqual(ended);
  });

  describe("of twins who share a number", () => {
    const twin = (id: string, branch: string, changes: object = {}): InsuredPerson => ({
      ...someone,
      id,
      eligibilities: someone.eligibilities.map((one) => ({ ...one, branch, ...changes })),
    });
    const keyOf = (id: string) => visitConsentKey(id, clinic.code, "2")[1];
    const twins = (second: InsuredPerson) => {
      const under = centre({
        profile,
        rows: [
          ...[twin("01", "01"), second].flatMap((person): readonly LedgerChange[] => [
            { table: "person", key: person.id, row: person },
            { table: "visitConsent", key: keyOf(person.id), row: consent },
          ]),
          {
            table: "insured",
            key: `${keys.InsurerNumber}/${keys.InsuredIdentificationNumber}`,
            row: { personIds: ["01", "02"] },
          },
        ],
      });
      const withdraw = (branch: string) =>
        bodyText(under.ask("OQSsihvd01", withdrawn("YZK", { ...keys, InsuredBranchNumber: branch })));
      const givenOf = (id: string) => rowOf(under.ledger, "visitConsent", keyOf(id))?.given;
      return { withdraw, givenOf };
    };

    it("the one whose branch is named loses the consent, and the other keeps it", () => {
      const { withdraw, givenOf } = twins(twin("02", "02"));
      expect(withdraw("02")).toContain('"ProcessingResultStatus":"1"');
      expect([givenOf("01"), givenOf("02")]).toEqual([["drug", "care"], ["care"]]);
    });

    it.each([
      ["no branch is named, so that both match", "", twin("02", "02")],
      ["the one named is held by the J-LIS comparison", "02", twin("02", "02", { held: true })],
    ])("nobody does when %s", (_title, branch, second) => {
      const { withdraw, givenOf } = twins(second);
      expect(withdraw(branch)).toContain("SIM-P-105");
      expect([givenOf("01"), givenOf("02")]).toEqual([
        ["drug", "care"],
        ["drug", "care"],
      ]);
    });
  });

  it.each([
    ["the day before, as one whose day has not come", addDays(TODAY, 1), "SIM-P-105"],
    ["on the day after, as expired", addDays(TODAY, -1), "SIM-P-106"],
  ])("an online visit is refused %s", (_title, examinationDate, code) => {
    const [, key] = visitConsentKey(someone.id, clinic.code, "3");
    const online: LedgerChange = { table: "visitConsent", key, row: { ...consent, examinationDate } };
    const { ask, clock } = centre({ rows: [...rows, online], profile });
    expect(bodyText(ask("OQSsionq01", revisit("3")))).toContain(code);
    const many = {
      MessageHeader: { ...sender, QualificationConfirmationDate: TODAY },
      MessageBody: { QualificationConfirmSearchInfo: [keys] },
    };
    const { ReceptionNumber } = bodyOf<TakenIn>(ask("OQSmuonq11", many)).MessageBody;
    clock.advanceTo(clock.nowMs + 120_000);
    expect(bodyText(ask("OQSmuonq12", message({ ReceptionNumber })))).toContain(code);
  });

  it("of many, each is answered by its own consent", () => {
    const { ask, clock } = centre({ rows, profile });
    const query = {
      MessageHeader: { ...sender, QualificationConfirmationDate: TODAY },
      MessageBody: { QualificationConfirmSearchInfo: [keys, { ...keys, Birthdate: "" }] },
    };
    const { ReceptionNumber } = bodyOf<TakenIn>(ask("OQSmuhvq11", query)).MessageBody;
    clock.advanceTo(clock.nowMs + 120_000);
    const text = bodyText(ask("OQSmuhvq12", message({ ReceptionNumber })));
    expect(text).toContain('"QualificationValidity":"1"');
    expect(text).toContain('"ProcessingResultStatus":"2"');
  });
});

describe("settings of a facility (ours)", () => {
  it("decide what readers ask from the next check-in on, and what is left out stays", () => {
    const held = centre({ rows, profile });
    const asks = () => item(authenticate(held, certificateUntil(TODAY)), "Asks");
    expect(asks()).toContain("drug");
    held.ask("OQSsiupd01", message({ PharmacistsInfoUse: "0" }));
    expect(asks()).not.toContain("drug");
    expect(asks()).toContain("checkup");
    expect(bodyText(held.ask("OQSsiinq01", message({})))).toContain('"PharmacistsInfoUse":"0"');
  });

  it("an access URL stays until it is changed, and names no real host", () => {
    const { ask } = centre({ rows, profile });
    const url = (change: string) =>
      bodyText(ask("OQSsiurl01", message({ UrlClassification: "2", OutputFormat: "1", UrlChange: change })));
    const first = url("0");
    expect(url("0")).toBe(first);
    const second = url("1");
    expect(second).not.toBe(first);
    expect(url("0")).toBe(second);
    expect(url("0")).toContain("https://visit.test/");
  });
});

describe("codes of a facility (ours)", () => {
  it("the passcode of visual checks is drawn once", () => {
    const { ask } = centre({ rows, profile });
    const passcode = () => /"VisualPasscode":"(\d{8})"/.exec(bodyText(ask("OQSsipcd01", message({}))))?.[1];
    expect(passcode()).toMatch(/^\d{8}$/);
    expect(passcode()).toBe(passcode());
  });

  it("an activation code is issued, listed and made useless; an unknown one is refused", () => {
    const { ask } = centre({ rows, profile });
    const code = /"ActivationCode":"([^"]+)"/.exec(bodyText(ask("OQSsiaco01", message({}))))?.[1];
    expect(bodyText(ask("OQSsiaci01", message({})))).toContain('"ActivationUse":"1"');
    expect(bodyText(ask("OQSsiacd01", message({ ActivationCode: code })))).toContain('"ActivationUse":"0"');
    expect(ask("OQSsiacd01", message({ ActivationCode: "UNKNOWN" }))).toMatchObject({ status: "refused" });
  });
});

describe("eligibility for the emergency view (ours)", () => {
  const query = (authority: string) => ({
    MessageHeader: { ...sender, QualificationConfirmationDate: TODAY },
    MessageBody: {
      QualificationConfirmSearchInfo: {
        ...keys,
        InformationRequestPattern: "1",
        EmergencyViewingAuthority: authority,
      },
    },
  });

  it("is given with the authority, and logged", () => {
    const { ask, observed } = centre({ rows, profile });
    expect(bodyText(ask("OQSsiemq01", query("1")))).toContain('"QualificationValidity":"1"');
    expect(JSON.stringify(observed)).toContain("viewLog");
  });

  it("is refused without it", () => {
    expect(bodyText(centre({ rows, profile }).ask("OQSsiemq01", query("0")))).toContain("SIM-P-105");
  });
});
