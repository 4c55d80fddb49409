import { describe, expect, it } from "vitest";
import type { LedgerChange } from "../../../simulator/central/ledger.ts";
import { type CivilDate, civilDate } from "../../../simulator/kernel/civil-time.ts";
import type { PulledPeople } from "../../../simulator/messages/kinds/pulled-people.ts";
import type { QualificationAnswer } from "../../../simulator/messages/kinds/siquc01.ts";
import { aidSince, ticketOf } from "../../../simulator/population/issued-aid.ts";
import { bodyOf, centre, clinic, rowsOf, someone, type TakenIn } from "./fixture.ts";

const FEBRUARY = civilDate("2024-02-29");
const MARCH = civilDate("2024-03-01");

/** Somebody with tickets of the last month without and the first with online aid. */
function asking(today: CivilDate) {
  const tickets = [FEBRUARY, MARCH].map((on, serial) => ticketOf("clinic", on, { serial }));
  const aid = aidSince(FEBRUARY, { serial: 900_001, use: "01", tickets });
  const under = centre({
    today,
    rows: [
      ...rowsOf({ ...someone, eligibilities: [] }, 0),
      { table: "aid", key: "p", row: aid },
      { table: "recipient", key: `${aid.payerNumber}/${aid.recipientNumber}`, row: { personIds: ["p"] } },
      ...tickets.map(
        ({ month }): LedgerChange => ({
          table: "entrusted",
          key: `${clinic.code}/${month}`,
          row: { personIds: ["p"] },
        }),
      ),
    ],
  });
  const search = {
    InsurerNumber: aid.payerNumber,
    InsuredIdentificationNumber: aid.recipientNumber,
    Birthdate: someone.birthdate,
    LimitApplicationCertificateRelatedConsFlg: "0",
  };
  const header = { MedicalInstitutionCode: clinic.code, ArbitraryFileIdentifier: "T1" };
  const fetched = (kind: string, opening: object, body: object) => {
    const opened = bodyOf<TakenIn>(under.ask(`${kind}01`, { MessageHeader: opening, MessageBody: body }));
    const { ReceptionNumber } = opened.MessageBody;
    under.clock.advanceTo(under.clock.nowMs + 60_000);
    const answer = bodyOf<PulledPeople>(
      under.ask(`${kind}02`, { MessageHeader: header, MessageBody: { ReceptionNumber } }),
    );
    return answer.MessageBody.BulkConfirmUnit.map((unit) => unit.QualificationValidity);
  };
  const dated = (on: CivilDate) => ({ ...header, QualificationConfirmationDate: on });
  return {
    byTicket(on: CivilDate): string | undefined {
      const body = { QualificationConfirmSearchInfo: search };
      const answer = bodyOf<QualificationAnswer>(
        under.ask("OQSsiquc01", { MessageHeader: dated(on), MessageBody: body }),
      );
      return answer.MessageBody.QualificationValidity;
    },
    amongMany: (on: CivilDate) => fetched("OQSmuquc", dated(on), { QualificationConfirmSearchInfo: [search] }),
    pulled: (month: string) =>
      fetched("OQSmutic", header, { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: month } }),
  };
}

describe("aid is part of the check from 2024-03-01 on, by the day asked about (eligibility-rules.md §1, §14)", () => {
  it.each([civilDate("2024-03-05"), civilDate("2024-02-28")])("asked on %s", (today) => {
    const { byTicket, amongMany, pulled } = asking(today);
    expect([byTicket(FEBRUARY), byTicket(MARCH)]).toEqual(["4", "1"]);
    expect([amongMany(FEBRUARY), amongMany(MARCH)]).toEqual([["4"], ["1"]]);
    expect([pulled("202402"), pulled("202403")]).toEqual([[], ["1"]]);
  });

  it("a day before there was any check is answered as well", () => {
    const { byTicket, pulled } = asking(MARCH);
    expect([byTicket(civilDate("2020-01-01")), pulled("202001")]).toEqual(["4", []]);
  });
});
