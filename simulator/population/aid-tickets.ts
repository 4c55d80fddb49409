import { birthdayOf, calendarOf, civilOf, type DayNumber, dayFrom } from "./day-number.ts";
import { type Draws, drawsOf } from "./draws.ts";
import { type Facility, facilityIn } from "./facility.ts";
import { LATE_ELDERLY_AGE } from "./life-span.ts";
import type { MedicalTicket } from "./medical-aid.ts";
import { mix } from "./mix.ts";
import type { TicketDay } from "./municipality.ts";

/** Whose tickets, and of which days. */
export interface TicketFacts {
  /** The person's key: other people, other facilities. */
  readonly key: number;
  readonly municipality: number;
  readonly registersOn: TicketDay;
  /** First day of the aid, and the first day without it. */
  readonly from: DayNumber;
  readonly until: DayNumber;
  readonly on: DayNumber;
  readonly birth: DayNumber;
}

/** Months of tickets an office keeps at the centre, the coming one apart (ours). */
const MONTHS_KEPT = 12;
/** Of six months somebody goes to the doctor in five; two of three times drugs are dispensed, one of six a dentist is seen (ours). */
const VISITS = 6;
const DISPENSED = 3;
const DENTIST_ONE_IN = 6;
/** One in eight has something to pay: hundreds of yen, below 5,000 (ours). */
const SELF_PAY_ONE_IN = 8;
/** More than a municipality has facilities of a kind. */
const ANY = 1_000;
const ISSUE_NUMBERS = 9_999_999;
const INJURIES = [
  "高血圧症",
  "２型糖尿病",
  "腰痛症",
  "脂質異常症",
  "気管支喘息",
  "変形性膝関節症",
  "慢性胃炎",
  "不眠症",
];
const CONTACTS = ["担当　一", "担当　二", "担当　三"];

/**
 * Tickets of a recipient that the office has registered by a day, oldest first: one a facility and calendar month
 * (eligibility-rules.md §13.2), at facilities of the municipality; those of a month appear only when the office gets to them.
 * What is registered stays, and knows nothing of an end of the aid that is still to come; the end cuts the ticket of its month.
 */
export function ticketsOf(facts: TicketFacts): readonly MedicalTicket[] {
  const { year, month } = calendarOf(facts.on);
  return Array.from({ length: MONTHS_KEPT + 1 }, (_, back) =>
    ticketsOfMonth(facts, dayFrom(year, month, 1), back),
  ).flat();
}

function ticketsOfMonth(facts: TicketFacts, thisMonth: DayNumber, back: number): readonly MedicalTicket[] {
  const first = monthsLater(thisMonth, back - MONTHS_KEPT + 1);
  const last = monthsLater(first, 1) - 1;
  const from = Math.max(first, facts.from);
  const registered = registeredOn(facts.registersOn, first);
  const endedBefore = facts.until <= Math.min(from, registered);
  const draws = drawsOf(mix(facts.key, first), facts.key);
  if (from > last || endedBefore || registered > facts.on || draws(VISITS) === 0) return [];
  const { clinic, pharmacy, dental } = usualFacilities(facts);
  const person = drawsOf(facts.key, 1);
  const days = {
    month: civilOf(first).slice(0, 6),
    validFrom: civilOf(from),
    validUntil: civilOf(lastDayOf(facts, from, last)),
  };
  const ticket = (facility: Facility, rest: Pick<MedicalTicket, "type" | "treatment" | "injuries">): MedicalTicket => ({
    ...days,
    ...rest,
    issueNumber: String(1 + draws(ISSUE_NUMBERS)).padStart(7, "0"),
    facility: written(facility),
    selfPayYen: draws(SELF_PAY_ONE_IN) === 0 ? 100 * (1 + draws(49)) : 0,
    districtContact: CONTACTS[person(CONTACTS.length)] ?? "",
    infectionLaw: "02",
    // OQSCD024, from the month of the birthday on (ours).
    elderlyCare: birthdayOf(facts.birth, LATE_ELDERLY_AGE) <= last ? "01" : "02",
    prefecturalExpenses: "02",
  });
  return [
    ticket(clinic, { type: "01", treatment: "02", injuries: drawInjuries(person) }),
    ...(draws(DISPENSED) === 0
      ? []
      : [
          {
            ...ticket(pharmacy, { type: "02", treatment: "04", injuries: [] }),
            prescriber: written(clinic),
          },
        ]),
    ...(draws(DENTIST_ONE_IN) === 0 ? [ticket(dental, { type: "01", treatment: "03", injuries: ["う蝕"] })] : []),
  ];
}

/** The last day of a ticket as it stands on the day asked: an end that has come cuts it where it had begun. */
function lastDayOf({ until, on }: TicketFacts, from: DayNumber, last: DayNumber): DayNumber {
  return from < until && until <= on ? Math.min(last, until - 1) : last;
}

/** Where a recipient goes, month after month: at home in the municipality. */
export function usualFacilities({
  key,
  municipality,
}: Pick<TicketFacts, "key" | "municipality">): Readonly<Record<"clinic" | "pharmacy" | "dental", Facility>> {
  const draws = drawsOf(key, 0);
  const at = (kind: "clinic" | "pharmacy" | "dental"): Facility => facilityIn(kind, municipality, draws(ANY));
  return { clinic: at("clinic"), pharmacy: at("pharmacy"), dental: at("dental") };
}

/** The day on which the office registers the tickets of the month that begins on `first`. */
export function registeredOn(day: TicketDay, first: DayNumber): DayNumber {
  return day === "25th before" ? monthsLater(first, -1) + 24 : first + (day === "15th" ? 14 : 19);
}

function drawInjuries(draws: Draws): readonly string[] {
  const start = draws(INJURIES.length);
  return INJURIES.concat(INJURIES).slice(start, start + 1 + draws(3));
}

function written({ code, name }: Facility): MedicalTicket["facility"] {
  return { code, name: name.ja };
}

function monthsLater(first: DayNumber, months: number): DayNumber {
  const { year, month } = calendarOf(first);
  const count = year * 12 + month - 1 + months;
  return dayFrom(Math.floor(count / 12), (count % 12) + 1, 1);
}
