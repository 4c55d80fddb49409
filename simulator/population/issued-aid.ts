import { addMonths, type CivilDate, civilDate, endOfMonth } from "../kernel/civil-time.ts";
import { checkDigit } from "./check-digit.ts";
import { type NamedFacility, namedFacility } from "./facility.ts";
import type { MedicalAid, MedicalTicket } from "./medical-aid.ts";
import { welfareOfficeName } from "./municipality.ts";
import { AID_LAW, payerNumber } from "./recipient-number.ts";

/** 福祉事務所 of the personas: the first of the municipalities, whose payer number is the fictitious one of eligibility-rules.md §12.3. */
const OFFICE = { payerNumber: payerNumber(AID_LAW, 0), officeName: welfareOfficeName(0) } as const;
const AID_MONTHS = 6;

/** Aid of a persona: half a year old, with these tickets. `serial` gives the recipient number, six digits and a check digit (§12.2). */
export function aidSince(
  today: CivilDate,
  {
    serial,
    use,
    tickets,
  }: { readonly serial: number; readonly use: MedicalAid["use"]; readonly tickets: readonly MedicalTicket[] },
): MedicalAid {
  const body = String(serial).padStart(6, "0");
  return {
    ...OFFICE,
    recipientNumber: `${body}${checkDigit(body)}`,
    startedOn: addMonths(firstOf(today), -AID_MONTHS),
    use,
    socialInsurance: use === "02" ? "01" : "02",
    tickets,
  };
}

/** A ticket of a named facility for the month of a day. */
export function ticketOf(
  name: NamedFacility,
  on: CivilDate,
  { serial, selfPayYen = 0 }: { readonly serial: number; readonly selfPayYen?: number },
): MedicalTicket {
  const { code, name: written, kind } = namedFacility(name);
  const pharmacy = kind === "pharmacy";
  return {
    type: pharmacy ? "02" : "01",
    month: on.slice(0, 6),
    validFrom: firstOf(on),
    validUntil: endOfMonth(on),
    issueNumber: String(serial).padStart(7, "0"),
    facility: { code, name: written.ja },
    injuries: pharmacy ? [] : ["高血圧症"],
    treatment: pharmacy ? "04" : "02",
    selfPayYen,
    districtContact: "担当　一",
    handlingContact: "取扱　二",
  };
}

function firstOf(date: CivilDate): CivilDate {
  return civilDate(`${date.slice(0, 6)}01`);
}
