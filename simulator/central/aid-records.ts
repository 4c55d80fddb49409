import type { CivilDate } from "../kernel/civil-time.ts";
import { type QualificationValidity, VALIDITY } from "../messages/code-lists.ts";
import type { QualificationResult } from "../messages/kinds/siquc01.ts";
import { numberOfTicket, recipientNumberIn } from "../population/aid-under-number.ts";
import type { MedicalAid, MedicalTicket } from "../population/medical-aid.ts";
import type { InsuredPerson } from "../population/person.ts";
import { aidAnswer } from "../rules/aid-answer.ts";
import { ticketsFor } from "../rules/aid-ticket.ts";
import { type CoverageRow, coversOn } from "../rules/coverage.ts";
import { aidRunsOn } from "../rules/validity-by-ticket.ts";
import type { CentralContext } from "./service.ts";

/** What the centre says about the 医療扶助 of a person. */
export interface AidPart {
  /** OQSCD006 of the aid alone. */
  readonly validity: QualificationValidity;
  /** A1 records: one for each recipient number of the tickets, or none where nothing is to be told. */
  readonly records: readonly QualificationResult[];
  readonly remark?: "SIM-W-301" | "SIM-W-302";
}

type Identity = Pick<InsuredPerson, "name" | "kana" | "alias" | "sex" | "sex2" | "birthdate">;
type Context = Pick<CentralContext, "facility" | "policy" | "profile">;

/**
 * The aid part of an answer by card, beside the insurances it lists (eligibility-rules.md §13.3). Without a ticket for the facility
 * both numbers are left out, never blanked, and the ticket list is reduced to its flags (receipt-system-interface.md §8.25, ours).
 */
export function aidPart(
  person: Identity,
  aid: MedicalAid,
  insurances: readonly CoverageRow[],
  on: CivilDate,
  cx: Context,
): AidPart {
  const tickets = ticketsFor(aid.tickets, cx.facility.code, on, cx.policy.medicalAidOnline);
  const { validity, record, inconsistent } = aidAnswer.decide({
    use: aid.use,
    running: aidRunsOn(aid, on),
    insured: insurances.some((row) => coversOn(row, on)),
    ticketed: tickets.length > 0,
  }).result;
  if (record === "none") return { validity, records: [] };
  const flag = inconsistent ? { ConsistencyFlag: "1" } : {};
  const remark = inconsistent ? "SIM-W-302" : undefined;
  if (record === "with-ticket")
    return { validity, records: recordsOf(person, aid, tickets, flag), ...(remark && { remark }) };
  const number = cx.profile.aid.unentrusted === "shown" ? recipientNumberIn(aid, on.slice(0, 6)) : undefined;
  if (record === "ended")
    return { validity, records: isLatest(aid, insurances, on) ? [aidRecord(person, aid, number, [])] : [] };
  const records = [aidRecord(person, aid, number, [{ DesignatedMedicalInstitutionFlag: NOT_DESIGNATED, ...flag }])];
  return { validity, records, remark: remark ?? "SIM-W-301" };
}

/** Whether an aid has ended, and began no earlier than any of these insurances. */
function isLatest({ startedOn, endedOn }: MedicalAid, insurances: readonly CoverageRow[], on: CivilDate): boolean {
  return endedOn !== undefined && endedOn <= on && insurances.every(({ acquired }) => acquired <= startedOn);
}

/** The aid of some tickets, for the bulk pull: nothing about insurance (eligibility-rules.md §13.3 PULL). */
export function pulledRecords(
  person: Identity,
  aid: MedicalAid,
  tickets: readonly MedicalTicket[],
): readonly QualificationResult[] {
  return recordsOf(person, aid, tickets, {});
}

/** OQSCD026: the asking facility is the designated one, or not. */
const DESIGNATED = "0";
const NOT_DESIGNATED = "1";

/**
 * The validity of an aid in the bulk pull: only tickets are pulled, so it is valid, or its aid has ended since. A ticket that is
 * over is judged by its own last day, one that has not begun by its first (ours).
 */
export function pulledValidity(
  aid: MedicalAid,
  tickets: readonly MedicalTicket[],
  today: CivilDate,
): QualificationValidity {
  const runs = ({ validFrom, validUntil }: MedicalTicket): boolean =>
    aidRunsOn(aid, today < validFrom ? validFrom : today > validUntil ? validUntil : today);
  return tickets.some(runs) ? VALIDITY.valid : VALIDITY.invalid;
}

type TicketInfo = NonNullable<QualificationResult["PublicExpenseResultList"]>["MedicalTicketInfo"][number];

/** The A1 records of some tickets, one for each recipient number they were issued under. */
function recordsOf(
  person: Identity,
  aid: MedicalAid,
  tickets: readonly MedicalTicket[],
  flag: Pick<TicketInfo, "ConsistencyFlag">,
): readonly QualificationResult[] {
  const numbers = new Set(tickets.map((ticket) => numberOfTicket(aid, ticket)));
  return [...numbers].map((number) => {
    const own = tickets.filter((ticket) => numberOfTicket(aid, ticket) === number);
    return aidRecord(
      person,
      aid,
      number,
      own.map((ticket) => ({ ...ticketInfo(aid, ticket), ...flag })),
    );
  });
}

/**
 * One A1 record (receipt-system-interface.md §2.4): payer and recipient number stand where insurer and insured number do; without
 * a number both are withheld.
 */
export function aidRecord(
  { name, kana, alias, sex, sex2, birthdate }: Identity,
  aid: MedicalAid,
  recipientNumber: string | undefined,
  tickets: readonly TicketInfo[],
): QualificationResult {
  return {
    InsuredCardClassification: "A1",
    ...(recipientNumber === undefined
      ? {}
      : { InsurerNumber: aid.payerNumber, InsuredIdentificationNumber: recipientNumber }),
    Name: name,
    ...(alias === undefined ? {} : { NameOfOther: alias.name }),
    ...(kana === "" ? {} : { NameKana: kana }),
    ...(alias === undefined || alias.kana === "" ? {} : { NameOfOtherKana: alias.kana }),
    Sex1: sex,
    ...(sex2 === undefined ? {} : { Sex2: sex2 }),
    Birthdate: birthdate,
    QualificationDate: aid.startedOn,
    ...(aid.endedOn === undefined ? {} : { DisqualificationDate: aid.endedOn }),
    InsurerName: aid.officeName,
    ...(tickets.length === 0 ? {} : { PublicExpenseResultList: { MedicalTicketInfo: tickets } }),
  };
}

const NO = "02";

/** A ticket as an element (receipt-system-interface.md §2.5). */
export function ticketInfo({ use, socialInsurance }: MedicalAid, ticket: MedicalTicket): TicketInfo {
  const [injury1, injury2, injury3] = ticket.injuries;
  const [remarks1, remarks2, remarks3] = ticket.remarks ?? [];
  const optional = {
    PrescriptionIssuerMedicalInstitutionCode: ticket.prescriber?.code,
    PrescriptionIssuerMedicalInstitutionName: ticket.prescriber?.name,
    InjuryName1: injury1,
    InjuryName2: injury2,
    InjuryName3: injury3,
    DistrictContactName: ticket.districtContact,
    HandlingContactName: ticket.handlingContact,
    Remarks1: remarks1,
    Remarks2: remarks2,
    Remarks3: remarks3,
  };
  return {
    TicketType: ticket.type,
    MedicalTicketValidDate: ticket.validFrom,
    MedicalTicketExpirationDate: ticket.validUntil,
    IssueNumber: ticket.issueNumber,
    MedicalTreatmentMonth: ticket.month,
    DesignatedMedicalInstitutionCode: ticket.facility.code,
    DesignatedMedicalInstitutionFlag: DESIGNATED,
    DesignatedMedicalInstitutionName: ticket.facility.name,
    MedicalTreatmentType: ticket.treatment,
    SelfPayAmount: String(ticket.selfPayYen),
    SingleOrCombinedUse: use,
    StatusOfSocialInsurance: socialInsurance,
    StatusOfInfecton: ticket.infectionLaw ?? NO,
    StatusOfElderlyMedicalCare: ticket.elderlyCare ?? NO,
    StatusOfPrefecturalExpenses: ticket.prefecturalExpenses ?? NO,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<TicketInfo>),
  };
}
