import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { civilDate, DAY_MS } from "../../../simulator/kernel/civil-time.ts";
import type { BulkInquiryAnswer } from "../../../simulator/messages/kinds/muquc02.ts";
import type { MedicalAid } from "../../../simulator/population/medical-aid.ts";
import type { Eligibility, InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  type Centre,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  pharmacy,
  rowsOf,
  someone,
  type TakenIn,
  TODAY,
} from "./fixture.ts";

const INSURER = "06990014";
const row = (changes: Partial<Eligibility>): Eligibility => ({
  cardClassification: "01",
  insurerNumber: INSURER,
  insurerName: "架空健康保険組合",
  symbol: "12-34",
  number: "9001",
  branch: "00",
  acquired: civilDate("2020-04-01"),
  ...changes,
});
const named = (
  id: string,
  eligibilities: readonly Eligibility[],
  changes: Partial<InsuredPerson> = {},
): readonly LedgerChange[] => [
  { table: "person", key: id, row: { ...someone, ...changes, id, eligibilities } },
  ...eligibilities.map(
    ({ insurerNumber, number }): LedgerChange => ({
      table: "insured",
      key: `${insurerNumber}/${number}`,
      row: { personIds: [id] },
    }),
  ),
];
const search = (number: string, changes: object = {}) => ({
  InsurerNumber: INSURER,
  InsuredCardSymbol: "12-34",
  InsuredIdentificationNumber: number,
  Birthdate: someone.birthdate,
  LimitApplicationCertificateRelatedConsFlg: "0",
  ...changes,
});
const people = [
  ...named("valid", [row({ number: "9001" })]),
  ...named("lost", [row({ number: "9002", lost: TODAY })]),
  ...named("newer", [
    row({ number: "9003", lost: civilDate("2026-02-01") }),
    row({ insurerNumber: "39990015", number: "99000010", acquired: civilDate("2026-02-01") }),
  ]),
];
const header = {
  QualificationConfirmationDate: TODAY,
  MedicalInstitutionCode: clinic.code,
  ArbitraryFileIdentifier: "B1",
};
const handIn = ({ ask }: Pick<Centre, "ask">, rows: readonly object[]) =>
  ask("OQSmuquc01", { MessageHeader: header, MessageBody: { QualificationConfirmSearchInfo: rows } });
const numberIn = (answer: ReturnType<Centre["ask"]>): string => bodyOf<TakenIn>(answer).MessageBody.ReceptionNumber;
const fetchUnder = ({ ask }: Pick<Centre, "ask">, kind: string, number: string, facility = clinic.code) =>
  ask(
    kind,
    { MessageHeader: { MedicalInstitutionCode: facility }, MessageBody: { ReceptionNumber: number } },
    facility,
  );
const resultOf = (answer: ReturnType<Centre["ask"]>) => bodyOf<BulkInquiryAnswer>(answer);

describe("a bulk inquiry (eligibility-rules.md §3.5)", () => {
  const rows = [search("9001"), search("9002"), search("9003"), { ...search("9001"), Birthdate: "" }];

  it("V16: three rows are normal, one is an error, and the counts are those of the units", () => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, rows));
    expect(number).toBe("2026021000000001");
    world.clock.advanceTo(world.clock.nowMs + 60_000);
    const { MessageHeader, MessageBody } = resultOf(fetchUnder(world, "OQSmuquc02", number));
    const units = MessageBody.BulkConfirmUnit;
    expect(units.map((unit) => unit.QualificationValidity)).toEqual(["1", "2", "3", undefined]);
    expect(units.map((unit) => unit.ProcessingResultCode)).toEqual([undefined, undefined, undefined, "SIM-P-104"]);
    expect(MessageHeader).toMatchObject({
      SegmentOfResult: "1",
      ArbitraryFileIdentifier: "B1",
      NumberOfProcessingResult: "4",
      NumberOfNormalProcessing: "3",
      NumberOfError: "1",
    });
  });

  it("never gives the newer insurance, consents or medical data", () => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, rows));
    world.clock.advanceTo(world.clock.nowMs + 60_000);
    const text = JSON.stringify(fetchUnder(world, "OQSmuquc02", number));
    expect(text).toContain("9003");
    expect(text).not.toContain("99000010");
    for (const name of ["ConsTime", "PharmacistsInfo", "SpecificHealth", "LimitApplicationCertificateRelatedInfo"])
      expect(text).not.toContain(name);
  });

  it("is still working until the last millisecond before it is ready, and gives the same twice afterwards", () => {
    const world = centre({ rows: people });
    const number = numberIn(
      handIn(
        world,
        Array.from({ length: 40 }, () => search("9001")),
      ),
    );
    const start = world.clock.nowMs;
    world.clock.advanceTo(start + 79_999);
    expect(resultOf(fetchUnder(world, "OQSmuquc02", number)).MessageHeader.SegmentOfResult).toBe("2");
    world.clock.advanceTo(start + 80_000);
    const once = resultOf(fetchUnder(world, "OQSmuquc02", number));
    expect(once.MessageHeader.SegmentOfResult).toBe("1");
    expect(resultOf(fetchUnder(world, "OQSmuquc02", number))).toEqual(once);
  });

  it("keeps a result seven days, then says that it expired", () => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, [search("9001")]));
    const end = world.clock.nowMs + 60_000 + 7 * DAY_MS;
    world.clock.advanceTo(end - 1);
    expect(fetchUnder(world, "OQSmuquc02", number).status).toBe("ok");
    world.clock.advanceTo(end);
    expect(fetchUnder(world, "OQSmuquc02", number)).toMatchObject({ status: "refused", code: "SIM-E-008" });
  });

  it("a reception number of another facility, of another kind or of nobody is unknown", () => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, [search("9001")]));
    const unknown = { status: "refused", code: "SIM-E-007" };
    expect(fetchUnder(world, "OQSmuquc02", number, pharmacy.code)).toMatchObject(unknown);
    expect(fetchUnder(world, "OQSmuimm02", number)).toMatchObject(unknown);
    expect(fetchUnder(world, "OQSmuquc02", "2026021000000099")).toMatchObject(unknown);
  });

  it("1,000 people are accepted, 1,001 are refused as a whole", () => {
    const world = centre({ rows: people });
    const many = (count: number) => Array.from({ length: count }, () => search("9001"));
    expect(handIn(world, many(1_001))).toMatchObject({ status: "refused", code: "SIM-E-006" });
    expect(handIn(world, many(1_000)).status).toBe("ok");
  });

  it.each<[string, object, string]>([
    ["without an insured number", { InsuredIdentificationNumber: "" }, "SIM-E-002"],
    ["with an insurer number of seven digits", { InsurerNumber: "0699001" }, "SIM-P-102"],
    ["with a wrong check digit", { InsurerNumber: "06990015" }, "SIM-P-103"],
    ["with a day that does not exist", { Birthdate: "20260230" }, "SIM-P-104"],
    ["with a branch that is none", { InsuredBranchNumber: "abc" }, "SIM-E-003"],
    ["with a branch of letters", { InsuredBranchNumber: "ab" }, "SIM-E-004"],
    ["with a number of 50 characters", { InsuredIdentificationNumber: "9".repeat(50) }, "SIM-E-003"],
    ["with a consent that does not exist", { LimitApplicationCertificateRelatedConsFlg: "7" }, "SIM-E-004"],
    ["of a recipient born on no day", { InsurerNumber: "12990016", Birthdate: "20260230" }, "SIM-E-004"],
    ["of 協会けんぽ without symbol", { InsurerNumber: "01990019", InsuredCardSymbol: "" }, "SIM-P-101"],
  ])("a row %s is an error of that row", (_title, changes, code) => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, [search("9001", changes), search("9001")]));
    world.clock.advanceTo(world.clock.nowMs + 60_000);
    const units = resultOf(fetchUnder(world, "OQSmuquc02", number)).MessageBody.BulkConfirmUnit;
    expect(units.map((unit) => unit.ProcessingResultCode)).toEqual([code, undefined]);
  });

  it.each<[string, object]>([
    ["the consent to limit data, which a batch never gives", { LimitApplicationCertificateRelatedConsFlg: "" }],
    ["a branch", { InsuredBranchNumber: "" }],
  ])("a row may lack %s", (_title, changes) => {
    const world = centre({ rows: people });
    const number = numberIn(handIn(world, [search("9001", changes)]));
    world.clock.advanceTo(world.clock.nowMs + 60_000);
    const [unit] = resultOf(fetchUnder(world, "OQSmuquc02", number)).MessageBody.BulkConfirmUnit;
    expect(unit).toMatchObject({ ProcessingResultStatus: "1", QualificationValidity: "1" });
  });

  it("hints at limit data that changed since this facility was last told", () => {
    const limit = { classification: "01", flag: "A03" } as const;
    const world = centre({ rows: named("valid", [row({ limit })]) });
    const hint = (): string | undefined => {
      const number = numberIn(handIn(world, [search("9001")]));
      world.clock.advanceTo(world.clock.nowMs + 60_000);
      const [unit] = resultOf(fetchUnder(world, "OQSmuquc02", number)).MessageBody.BulkConfirmUnit;
      return unit?.ResultOfQualificationConfirmation?.LimitApplicationCertificateChanged;
    };
    expect(hint()).toBe("1");
    const asked = search("9001", { LimitApplicationCertificateRelatedConsFlg: "1" });
    world.ask("OQSsiquc01", { MessageHeader: header, MessageBody: { QualificationConfirmSearchInfo: asked } });
    expect(hint()).toBe("0");
    world.ledger.apply(named("valid", [row({ limit: { ...limit, flag: "A04" } })]));
    expect(hint()).toBe("1");
  });

  it("answers aid rows by 受給者番号 with the aid part only", () => {
    const aid: MedicalAid = {
      payerNumber: "12990016",
      recipientNumber: "0000018",
      officeName: "架空市福祉事務所",
      startedOn: civilDate("2025-10-01"),
      use: "01",
      socialInsurance: "02",
      tickets: [],
    };
    const world = centre({
      rows: [
        ...named("aided", []),
        { table: "aid", key: "aided", row: aid },
        { table: "recipient", key: "12990016/0000018", row: { personIds: ["aided"] } },
      ],
    });
    const number = numberIn(handIn(world, [{ InsurerNumber: "12990016", InsuredIdentificationNumber: "0000018" }]));
    world.clock.advanceTo(world.clock.nowMs + 60_000);
    const [unit] = resultOf(fetchUnder(world, "OQSmuquc02", number)).MessageBody.BulkConfirmUnit;
    expect(unit?.QualificationValidity).toBe("6");
    expect(unit?.ResultOfQualificationConfirmation).toMatchObject({ InsuredCardClassification: "A1" });
    expect(unit?.ResultOfQualificationConfirmation?.InsurerNumber).toBeUndefined();
  });
});

const reference = (number: string, insured: string, changes: object = {}) => ({
  ReferenceNumber: number,
  InsurerNumber: INSURER,
  InsuredCardSymbol: "12-34",
  InsuredIdentificationNumber: insured,
  InsuredBranchNumber: "00",
  ...changes,
});
const register = ({ ask }: Pick<Centre, "ask">, info: object, facility = clinic.code) =>
  bodyOf(
    ask(
      "OQSsiimm01",
      { MessageHeader: { MedicalInstitutionCode: facility }, MessageBody: { ReferenceNumberRegistrationInfo: info } },
      facility,
    ),
  )["MessageBody"] as Readonly<Record<string, unknown>>;
const given = (world: Centre): unknown => {
  const dialogue = item(authenticate(world, certificateUntil(civilDate("2028-05-31"))), "DialogueId");
  const body = bodyOf(conclude(world, dialogue, [], []))["MessageBody"] as {
    readonly ResultList: {
      readonly ResultOfQualificationConfirmation: readonly { readonly ReferenceNumber?: string }[];
    };
  };
  return body.ResultList.ResultOfQualificationConfirmation[0]?.ReferenceNumber;
};

describe("reference numbers (receipt-system-interface.md §2.6, SEQ-05)", () => {
  const world = () =>
    centre({ rows: [...people, ...rowsOf({ ...someone, id: "valid", eligibilities: [row({})] }, 0)] });

  it("come back with the card, at the facility that registered them only", () => {
    const here = world();
    expect(given(here)).toBeUndefined();
    expect(register(here, reference("00000033", "9001"))["ProcessingResultStatus"]).toBe("1");
    expect(given(here)).toBe("00000033");
    expect(register(here, reference("P-1", "9001"), pharmacy.code)["ProcessingResultStatus"]).toBe("1");
    expect(given(here)).toBe("00000033");
  });

  it("follow the person when the insurer changes", () => {
    const here = world();
    register(here, reference("00000033", "9001"));
    const moved = [row({ lost: TODAY }), row({ insurerNumber: "39990015", number: "99000010", acquired: TODAY })];
    here.ledger.apply(named("valid", moved));
    expect(given(here)).toBe("00000033");
  });

  it.each<[string, object, string]>([
    ["of somebody whose insurance is lost", reference("1", "9002"), "SIM-P-201"],
    ["of nobody", reference("1", "9999"), "SIM-P-201"],
    ["with another branch", reference("1", "9001", { InsuredBranchNumber: "01" }), "SIM-P-201"],
  ])("a registration %s fails", (_title, info, code) => {
    expect(register(world(), info)).toMatchObject({ ProcessingResultStatus: "2", ProcessingResultCode: code });
  });

  it("that stand for somebody else are refused, for the same person they may come again or change", () => {
    const here = centre({ rows: [...people, ...named("other", [row({ number: "9004" })])] });
    expect(register(here, reference("A", "9001"))["ProcessingResultStatus"]).toBe("1");
    expect(register(here, reference("A", "9004"))).toMatchObject({ ProcessingResultCode: "SIM-P-202" });
    expect(register(here, reference("A", "9001"))["ProcessingResultStatus"]).toBe("1");
    expect(register(here, reference("B", "9001"))["ProcessingResultStatus"]).toBe("1");
    expect(register(here, reference("A", "9004"))["ProcessingResultStatus"]).toBe("1");
  });

  it("of many people are registered one after another, each row by itself", () => {
    const here = centre({ rows: [...people, ...named("other", [row({ number: "9004" })])] });
    const body = {
      ReferenceNumberRegistrationInfo: [
        reference("A", "9001"),
        reference("A", "9004"),
        { ReferenceNumber: "C" },
        reference("1".repeat(51), "9004"),
      ],
    };
    const number = numberIn(
      here.ask("OQSmuimm01", { MessageHeader: { MedicalInstitutionCode: clinic.code }, MessageBody: body }),
    );
    here.clock.advanceTo(here.clock.nowMs + 60_000);
    const { MessageHeader, MessageBody } = bodyOf<{
      readonly MessageHeader: object;
      readonly MessageBody: { readonly BulkRegistrationUnit: readonly { readonly ProcessingResultCode?: string }[] };
    }>(fetchUnder(here, "OQSmuimm02", number));
    const codes = MessageBody.BulkRegistrationUnit.map((unit) => unit.ProcessingResultCode);
    expect(codes).toEqual([undefined, "SIM-P-202", "SIM-E-002", "SIM-E-003"]);
    expect(MessageHeader).toMatchObject({ NumberOfProcessingResult: "4", NumberOfError: "3", SegmentOfResult: "1" });
  });
});
