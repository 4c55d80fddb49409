import { describe, expect, it } from "vitest";
import { type LedgerChange, rowOf } from "../../../simulator/central/ledger.ts";
import { type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import { start } from "../../../simulator/kernel/process.ts";
import type { BulkInquiryAnswer } from "../../../simulator/messages/kinds/muquc02.ts";
import type { PulledPeople } from "../../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationAnswer } from "../../../simulator/messages/kinds/siquc01.ts";
import { WelfareOffice } from "../../../simulator/neighbours/welfare-office.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import type { InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  type Centre,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  rowsOf,
  someone,
  type TakenIn,
  TODAY,
} from "./fixture.ts";

const FIRST = "9000019";
const SECOND = "9001231";
const MARCH = civilDate("2026-03-05");
const JANUARY = civilDate("2026-01-20");
const other: InsuredPerson = { ...someone, id: "q", birthdate: civilDate("1950-01-02"), eligibilities: [] };

/** Somebody with tickets of January and February, somebody with none; both have the clinic's aid and numbers of their own. */
function office() {
  const tickets = [JANUARY, TODAY].map((on, serial) => ticketOf("clinic", on, { serial }));
  const mine = aidSince(TODAY, { serial: 900_001, use: "01", tickets });
  const theirs = aidSince(TODAY, { serial: 900_002, use: "01", tickets: [] });
  const listed = (table: "recipient" | "entrusted", key: string, id: string): LedgerChange => ({
    table,
    key,
    row: { personIds: [id] },
  });
  const under = centre({
    rows: [
      ...rowsOf({ ...someone, eligibilities: [] }, 0),
      { table: "person", key: "q", row: other },
      { table: "aid", key: "p", row: mine },
      { table: "aid", key: "q", row: theirs },
      listed("recipient", `${mine.payerNumber}/${mine.recipientNumber}`, "p"),
      listed("recipient", `${theirs.payerNumber}/${theirs.recipientNumber}`, "q"),
      ...tickets.map(({ facility, month }) => listed("entrusted", `${facility.code}/${month}`, "p")),
    ],
  });
  const issues = (id: string, on: CivilDate, recipientNumber?: string): void => {
    const ticket = ticketOf("clinic", on, { serial: 7 });
    const issued = recipientNumber === undefined ? { ticket } : { ticket, recipientNumber };
    start(new WelfareOffice(under).issues(id, issued, "at-once", under.board.strand()), (outcome) => {
      if ("error" in outcome) throw outcome.error;
    });
  };
  return { under, issues };
}

const keys = (number: string, birthdate: string = someone.birthdate) => ({
  InsurerNumber: "12990016",
  InsuredIdentificationNumber: number,
  Birthdate: birthdate,
  LimitApplicationCertificateRelatedConsFlg: "0",
});
const asked = ({ ask }: Pick<Centre, "ask">, search: object, on: CivilDate) => {
  const header = { QualificationConfirmationDate: on, MedicalInstitutionCode: clinic.code };
  const body = { QualificationConfirmSearchInfo: search };
  return bodyOf<QualificationAnswer>(ask("OQSsiquc01", { MessageHeader: header, MessageBody: body }));
};
const validityOf = (under: Centre, number: string, on: CivilDate, birthdate?: string) =>
  asked(under, keys(number, birthdate), on).MessageBody.QualificationValidity;
const fetched = <R extends object>(
  under: Centre,
  kind: "OQSmutic" | "OQSmuquc",
  body: object,
  on: CivilDate = TODAY,
): R => {
  const header = { MedicalInstitutionCode: clinic.code, ArbitraryFileIdentifier: "T1" };
  const first = kind === "OQSmuquc" ? { ...header, QualificationConfirmationDate: on } : header;
  const opened = bodyOf<TakenIn>(under.ask(`${kind}01`, { MessageHeader: first, MessageBody: body }));
  const { ReceptionNumber } = opened.MessageBody;
  under.clock.advanceTo(under.clock.nowMs + 60_000);
  return bodyOf<R>(under.ask(`${kind}02`, { MessageHeader: header, MessageBody: { ReceptionNumber } }));
};
const pulled = (under: Centre, month: string) => {
  const body = { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: month } };
  const { MessageBody } = fetched<PulledPeople>(under, "OQSmutic", body);
  return MessageBody.BulkConfirmUnit.flatMap((unit) => unit.ResultOfQualificationConfirmation).map(
    (record) => record.InsuredIdentificationNumber,
  );
};
const byCard = (under: Centre) => {
  const recognised = authenticate(under, certificateUntil(civilDate("2026-12-20")));
  const answer = bodyOf<QualificationAnswer>(conclude(under, item(recognised, "DialogueId"), ["drug"], ["drug"]));
  return answer.MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
};

describe("another recipient number from a ticket on (eligibility-rules.md §13.2)", () => {
  it("leaves the tickets of before their number: by card, and in the pull of their month", () => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    expect(byCard(under).map((record) => record.InsuredIdentificationNumber)).toEqual([FIRST]);
    expect(pulled(under, "202601")).toEqual([FIRST]);
    expect(pulled(under, "202603")).toEqual([SECOND]);
  });

  it.each([
    [FIRST, JANUARY, "1"],
    [FIRST, TODAY, "1"],
    [FIRST, MARCH, "4"],
    [SECOND, JANUARY, "4"],
    [SECOND, TODAY, "4"],
    [SECOND, MARCH, "1"],
  ])("an inquiry by %s for %s answers %s, alone and among many", (number, on, validity) => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    const answer = asked(under, keys(number), on);
    expect(answer.MessageBody.QualificationValidity).toBe(validity);
    const [record] = answer.MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
    expect(record?.InsuredIdentificationNumber).toBe(validity === "1" ? number : undefined);
    const body = { QualificationConfirmSearchInfo: [keys(number)] };
    const { MessageBody } = fetched<BulkInquiryAnswer>(under, "OQSmuquc", body, on);
    expect(MessageBody.BulkConfirmUnit.map((unit) => unit.QualificationValidity)).toEqual([validity]);
  });

  it("stays with the tickets after it that name none, and an earlier month has the earlier number", () => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    issues("p", civilDate("2026-04-10"));
    issues("p", civilDate("2025-12-10"));
    expect(pulled(under, "202604")).toEqual([SECOND]);
    expect(pulled(under, "202512")).toEqual([FIRST]);
  });

  it("within a month each ticket stands in a record of its number, and the consents stand once", () => {
    const { under, issues } = office();
    issues("p", TODAY, SECOND);
    const records = byCard(under);
    expect(records.map((record) => record.InsuredIdentificationNumber)).toEqual([FIRST, SECOND]);
    expect(
      records.map((record) => record.PublicExpenseResultList?.MedicalTicketInfo.map((one) => one.IssueNumber)),
    ).toEqual([["0000001"], ["0000007"]]);
    expect(records.map((record) => record.PharmacistsInfoConsFlg)).toEqual(["1", undefined]);
    expect(pulled(under, "202602")).toEqual([FIRST, SECOND]);
  });
});

describe("a recipient number that passes to somebody else (eligibility-rules.md §13.2)", () => {
  it("leads to whoever has it, before and after the one who had it gets another", () => {
    const { under, issues } = office();
    issues("q", MARCH, FIRST);
    expect(validityOf(under, FIRST, TODAY)).toBe("1");
    expect(validityOf(under, FIRST, MARCH, other.birthdate)).toBe("1");
    issues("p", MARCH, SECOND);
    expect(validityOf(under, FIRST, TODAY)).toBe("1");
    expect(validityOf(under, FIRST, MARCH, other.birthdate)).toBe("1");
    expect(validityOf(under, FIRST, MARCH)).toBe("4");
    expect(rowOf(under.ledger, "recipient", `12990016/${FIRST}`)).toEqual({ personIds: ["p", "q"] });
  });

  it("names in a bulk row without a birth date who has it on the day, not who had it", () => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    issues("q", MARCH, FIRST);
    const search = { ...keys(FIRST), Birthdate: "" };
    const { MessageBody } = fetched<BulkInquiryAnswer>(
      under,
      "OQSmuquc",
      { QualificationConfirmSearchInfo: [search] },
      MARCH,
    );
    expect(MessageBody.BulkConfirmUnit[0]?.ResultOfQualificationConfirmation?.Birthdate).toBe(other.birthdate);
  });

  it("gets the reference number of who has it today", () => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    issues("q", MARCH, FIRST);
    const info = { ReferenceNumber: "77", InsurerNumber: "12990016", InsuredIdentificationNumber: FIRST };
    under.ask("OQSsiimm01", {
      MessageHeader: { MedicalInstitutionCode: clinic.code },
      MessageBody: { ReferenceNumberRegistrationInfo: info },
    });
    expect(rowOf(under.ledger, "referenceOwner", `${clinic.code}/77`)).toEqual({ personId: "p" });
  });

  it("opens medical information of who has it today", () => {
    const { under, issues } = office();
    issues("p", MARCH, SECOND);
    byCard(under);
    const asks = (number: string) =>
      bodyOf(
        under.ask("YZKsiquc01", {
          MessageHeader: {
            MedicalInstitutionCode: clinic.code,
            InsurerNumber: "12990016",
            InsuranceCardSymbol: "",
            InsuredPersonIdentificationNumber: number,
            BranchNumber: "",
          },
          MessageBody: { StartDate: "202501", EndDate: "202602", FileCategory: "2" },
        }),
      )["MessageHeader"];
    expect(asks(FIRST)).toMatchObject({ ResultCode: "1" });
    expect(asks(SECOND)).toMatchObject({ ResultCode: "2" });
  });
});
