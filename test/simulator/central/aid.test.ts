import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import type { PulledPeople } from "../../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationAnswer } from "../../../simulator/messages/kinds/siquc01.ts";
import { siquc01 } from "../../../simulator/messages/kinds/siquc01.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import type { NamedFacility } from "../../../simulator/population/facility.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import type { MedicalAid } from "../../../simulator/population/medical-aid.ts";
import type { InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  type Centre,
  type CentreOptions,
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

const LONG = certificateUntil(civilDate("2026-12-20"));
const alone: InsuredPerson = { ...someone, eligibilities: [] };
const row = someone.eligibilities[0] ?? expect.unreachable();

/** Aid of the person, with a ticket of the month for each facility named, and the rows that lead to it. */
function aidRows(
  use: MedicalAid["use"],
  facilities: readonly NamedFacility[],
  laid: Partial<MedicalAid> = {},
): readonly LedgerChange[] {
  const tickets = facilities.map((name, serial) => ticketOf(name, TODAY, { serial }));
  const aid = { ...aidSince(TODAY, { serial: 900_001, use, tickets }), ...laid };
  return [
    { table: "aid", key: someone.id, row: aid },
    { table: "recipient", key: `${aid.payerNumber}/${aid.recipientNumber}`, row: { personIds: [someone.id] } },
    ...tickets.map(
      ({ facility, month }): LedgerChange => ({
        table: "entrusted",
        key: `${facility.code}/${month}`,
        row: { personIds: [someone.id] },
      }),
    ),
  ];
}

function byCard(person: InsuredPerson, aid: readonly LedgerChange[], options: Partial<CentreOptions> = {}) {
  const under = centre({ rows: [...rowsOf(person, 0), ...aid], ...options });
  const recognised = authenticate(under, LONG);
  return bodyOf<QualificationAnswer>(conclude(under, item(recognised, "DialogueId"), ["drug"], ["drug"]));
}

const recordsOf = ({ MessageBody }: Pick<QualificationAnswer, "MessageBody">) =>
  MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];

describe("medical aid by card (eligibility-rules.md §13.3)", () => {
  it("alone with a ticket: 1, one A1 record with both numbers, the ticket and the consents", () => {
    const answer = byCard(alone, aidRows("01", ["clinic", "pharmacy"]));
    expect(answer.MessageBody.QualificationValidity).toBe("1");
    const [record, another] = recordsOf(answer);
    expect(another).toBeUndefined();
    expect(record).toMatchObject({
      InsuredCardClassification: "A1",
      InsurerNumber: "12990016",
      InsuredIdentificationNumber: "9000019",
      PharmacistsInfoConsFlg: "1",
    });
    const tickets = record?.PublicExpenseResultList?.MedicalTicketInfo ?? [];
    expect(tickets.map((ticket) => ticket.DesignatedMedicalInstitutionCode)).toEqual([clinic.code]);
    expect(validate(siquc01.answer, withEncoding(answer))).toEqual([]);
  });

  it("the answer does not tell a facility that is not entrusted from a ticket not registered yet", () => {
    const elsewhere = byCard(alone, aidRows("01", ["pharmacy"]));
    const notYet = byCard(alone, aidRows("01", []));
    expect(elsewhere.MessageBody).toEqual(notYet.MessageBody);
    expect(elsewhere.MessageBody.QualificationValidity).toBe("6");
    expect(elsewhere.MessageBody.ProcessingResultCode).toBe("SIM-W-301");
    const [record] = recordsOf(elsewhere);
    expect(record).not.toHaveProperty("InsurerNumber");
    expect(record).not.toHaveProperty("InsuredIdentificationNumber");
    expect(record?.PublicExpenseResultList).toEqual({ MedicalTicketInfo: [{ DesignatedMedicalInstitutionFlag: "1" }] });
    expect(JSON.stringify(elsewhere)).not.toContain("9000019");
    expect(validate(siquc01.answer, withEncoding(elsewhere))).toEqual([]);
  });

  it("a certificate near its end takes the one place for a remark: the record tells of the aid all the same", () => {
    const answer = byCard(alone, aidRows("01", []), { today: civilDate("2026-10-01") });
    expect(answer.MessageBody).toMatchObject({ QualificationValidity: "6", ProcessingResultCode: "SIM-W-303" });
    expect(recordsOf(answer)[0]?.PublicExpenseResultList).toEqual({
      MedicalTicketInfo: [{ DesignatedMedicalInstitutionFlag: "1" }],
    });
  });

  it("together with a valid insurance: the insurance with the consents, and A1 behind it without", () => {
    const [insurance, aid] = recordsOf(byCard(someone, aidRows("02", ["clinic"])));
    expect(insurance).toMatchObject({ InsuredCardClassification: "01", PharmacistsInfoConsFlg: "1" });
    expect(aid).toMatchObject({ InsuredCardClassification: "A1", InsurerNumber: "12990016" });
    expect(aid).not.toHaveProperty("PharmacistsInfoConsFlg");
  });

  it("together, insurer missing: consistency flag 1 on the ticket, SIM-W-302", () => {
    const answer = byCard(alone, aidRows("02", ["clinic"]));
    expect(answer.MessageBody).toMatchObject({ QualificationValidity: "1", ProcessingResultCode: "SIM-W-302" });
    expect(recordsOf(answer)[0]?.PublicExpenseResultList?.MedicalTicketInfo[0]?.ConsistencyFlag).toBe("1");
  });

  it.each([
    ["an insurance is left", someone, "1", ["01"]],
    ["nothing is left", alone, "2", ["A1"]],
  ] as const)("ended today, %s", (_title, person, validity, classes) => {
    const answer = byCard(person, aidRows("02", ["clinic"], { endedOn: TODAY }));
    expect(answer.MessageBody.QualificationValidity).toBe(validity);
    expect(recordsOf(answer).map((record) => record.InsuredCardClassification)).toEqual(classes);
  });

  it("ended: what is listed last tells the stop date, without numbers or tickets (§3.2 row 9, §13.1)", () => {
    const [record] = recordsOf(byCard(alone, aidRows("01", ["clinic"], { endedOn: TODAY })));
    expect(record?.DisqualificationDate).toBe(TODAY);
    expect(record).not.toHaveProperty("InsurerNumber");
    expect(record).not.toHaveProperty("PublicExpenseResultList");
  });

  it("says nothing of an aid that ended before an insurance lost since, nor of one that has not begun", () => {
    const lost = { ...someone, eligibilities: [{ ...row, acquired: civilDate("2025-12-01"), lost: TODAY }] };
    const past = { startedOn: civilDate("2025-08-01"), endedOn: civilDate("2025-12-01") };
    const classes = (person: InsuredPerson, laid: Partial<MedicalAid>) =>
      recordsOf(byCard(person, aidRows("01", [], laid))).map((record) => record.InsuredCardClassification);
    expect(classes(lost, past)).toEqual(["01"]);
    expect(classes(lost, { ...past, startedOn: civilDate("2025-12-01"), endedOn: TODAY })).toEqual(["01", "A1"]);
    expect(classes(alone, { startedOn: civilDate("2026-02-11") })).toEqual([]);
  });

  it("says nothing of the aid of somebody whom the J-LIS comparison holds back, by card as by number (§15.4)", () => {
    const { MessageBody } = byCard({ ...alone, flags: { onHold: true } }, aidRows("01", ["clinic"]));
    expect([MessageBody.QualificationValidity, MessageBody.ResultList]).toEqual(["4", undefined]);
  });

  it("before 2024-03-01 aid is no part of the answer", () => {
    const today = civilDate("2024-02-29");
    const tickets = [ticketOf("clinic", today, { serial: 1 })];
    const aid = aidSince(today, { serial: 900_001, use: "02", tickets });
    const answer = byCard(someone, [{ table: "aid", key: someone.id, row: aid }], { today });
    expect(recordsOf(answer).some((record) => record.InsuredCardClassification === "A1")).toBe(false);
  });

  it("numbers are shown and the aid decides the validity where the profile says so (§8.25, §8.26)", () => {
    const profile = { ...defaultProfile, aid: { unentrusted: "shown", validity: "aid" } } as const;
    const answer = byCard(someone, aidRows("02", []), { profile });
    expect(recordsOf(answer)[1]?.InsurerNumber).toBe("12990016");
    expect(answer.MessageBody.QualificationValidity).toBe("1");
    const ended = byCard(someone, aidRows("02", ["clinic"], { endedOn: civilDate("2026-03-01") }), { profile });
    expect(ended.MessageBody.QualificationValidity).toBe("1");
  });
});

describe("an inquiry by the numbers of a ticket (eligibility-rules.md §3.4)", () => {
  const asked = (rows: readonly LedgerChange[], changes: object = {}, on: CivilDate = TODAY) => {
    const under = centre({ rows: [...rowsOf(someone, 0), ...rows] });
    const search = {
      InsurerNumber: "12990016",
      InsuredIdentificationNumber: "9000019",
      Birthdate: someone.birthdate,
      LimitApplicationCertificateRelatedConsFlg: "0",
      ...changes,
    };
    const header = { QualificationConfirmationDate: on, MedicalInstitutionCode: clinic.code };
    const answer = under.ask("OQSsiquc01", {
      MessageHeader: header,
      MessageBody: { QualificationConfirmSearchInfo: search },
    });
    return bodyOf<QualificationAnswer>(answer);
  };

  it("V13: the aid part only, though the person is insured", () => {
    const answer = asked(aidRows("02", ["clinic"]));
    expect(answer.MessageBody.QualificationValidity).toBe("1");
    expect(recordsOf(answer).map((record) => record.InsuredCardClassification)).toEqual(["A1"]);
    expect(JSON.stringify(answer)).not.toContain(someone.eligibilities[0]?.number);
    expect(validate(siquc01.answer, withEncoding(answer))).toEqual([]);
  });

  it.each([
    ["another birth date", { Birthdate: "19000101" }],
    ["another recipient", { InsuredIdentificationNumber: "9000027" }],
  ])("%s: 4, and nobody is named", (_title, changes) => {
    const answer = asked(aidRows("02", ["clinic"]), changes);
    expect(answer.MessageBody.QualificationValidity).toBe("4");
    expect(recordsOf(answer)).toEqual([]);
  });

  it("no ticket for the asker: 6, no numbers in the record", () => {
    const answer = asked(aidRows("02", ["pharmacy"]));
    expect(answer.MessageBody.QualificationValidity).toBe("6");
    expect(recordsOf(answer)[0]).not.toHaveProperty("InsurerNumber");
  });

  it("ended: 2 with the stop date, and the ticket that is left over is not given", () => {
    const { MessageBody } = asked(aidRows("01", ["clinic"], { endedOn: civilDate("2026-02-05") }));
    const [record] = MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
    expect(MessageBody.QualificationValidity).toBe("2");
    expect(record).toMatchObject({ InsuredIdentificationNumber: "9000019", DisqualificationDate: "20260205" });
    expect(record).not.toHaveProperty("PublicExpenseResultList");
  });

  it("a day of the month before: this month's ticket does not count", () => {
    expect(asked(aidRows("01", ["clinic"]), {}, civilDate("2026-01-31")).MessageBody.QualificationValidity).toBe("6");
  });
});

describe("the bulk pull (eligibility-rules.md §13.3 PULL)", () => {
  const pull = (under: Pick<Centre, "ask" | "clock">, month = "202602", facility = clinic.code) => {
    const header = { MedicalInstitutionCode: facility, ArbitraryFileIdentifier: "T1" };
    const opened = under.ask(
      "OQSmutic01",
      { MessageHeader: header, MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: month } } },
      facility,
    );
    const { ReceptionNumber } = bodyOf<TakenIn>(opened).MessageBody;
    const fetch = () =>
      bodyOf<PulledPeople>(
        under.ask("OQSmutic02", { MessageHeader: header, MessageBody: { ReceptionNumber } }, facility),
      );
    const early = fetch();
    under.clock.advanceTo(under.clock.nowMs + 60_000);
    return { early, result: fetch() };
  };

  it("is working at first, then gives own tickets and the aid part only", () => {
    const under = centre({ rows: [...rowsOf(someone, 0), ...aidRows("02", ["clinic", "pharmacy"])] });
    const { early, result } = pull(under);
    expect(early.MessageHeader.SegmentOfResult).toBe("2");
    expect(result.MessageHeader).toMatchObject({
      SegmentOfResult: "1",
      NumberOfProcessingResult: "1",
      NumberOfError: "0",
    });
    const [unit] = result.MessageBody.BulkConfirmUnit;
    expect(unit?.QualificationValidity).toBe("1");
    const [record, another] = unit?.ResultOfQualificationConfirmation ?? [];
    expect(another).toBeUndefined();
    expect(record?.PublicExpenseResultList?.MedicalTicketInfo).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain(pharmacy.code);
    expect(JSON.stringify(result)).not.toContain(someone.eligibilities[0]?.number);
  });

  it.each([
    ["another month", "202601", clinic.code],
    ["another facility", "202602", pharmacy.code],
  ])("of %s brings nobody", (_title, month, facility) => {
    const under = centre({ rows: [...rowsOf(someone, 0), ...aidRows("01", ["clinic"])] });
    expect(pull(under, month, facility).result.MessageBody.BulkConfirmUnit).toEqual([]);
  });

  it("brings the tickets of the month asked for only", () => {
    const rows = aidRows("01", ["clinic"]);
    const [aid] = rows;
    if (aid?.table !== "aid" || aid.row === undefined) throw new Error("no aid");
    const january = ticketOf("clinic", civilDate("2026-01-10"), { serial: 7 });
    const both: LedgerChange = { ...aid, row: { ...aid.row, tickets: [january, ...aid.row.tickets] } };
    const under = centre({ rows: [...rowsOf(someone, 0), ...rows, both] });
    const [unit] = pull(under).result.MessageBody.BulkConfirmUnit;
    const tickets = unit?.ResultOfQualificationConfirmation[0]?.PublicExpenseResultList?.MedicalTicketInfo ?? [];
    expect(tickets.map((ticket) => ticket.MedicalTreatmentMonth)).toEqual(["202602"]);
  });

  it.each([
    ["the aid ended since", { endedOn: TODAY }, {}, "2"],
    ["the aid ends tomorrow", { endedOn: civilDate("2026-02-11") }, {}, "1"],
    ["it was cut when the aid ended", { endedOn: TODAY }, { validUntil: civilDate("2026-02-09") }, "1"],
    ["the aid begins with it tomorrow", { startedOn: civilDate("2026-02-11") }, { validFrom: "20260211" }, "1"],
  ] as const)("judges a ticket by a day it covers: %s", (_title, aid, ticket, validity) => {
    const tickets = [{ ...ticketOf("clinic", TODAY, { serial: 0 }), ...ticket }] as MedicalAid["tickets"];
    const under = centre({ rows: [...rowsOf(someone, 0), ...aidRows("01", ["clinic"], { ...aid, tickets })] });
    expect(pull(under).result.MessageBody.BulkConfirmUnit[0]?.QualificationValidity).toBe(validity);
  });
});

/** An answer as the terminal would write it. */
function withEncoding(answer: QualificationAnswer): object {
  return { ...answer, MessageHeader: { ...answer.MessageHeader, CharacterCodeIdentifier: "0" } };
}
