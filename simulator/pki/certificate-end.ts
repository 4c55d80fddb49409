import { addMonths, ageOn, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { MisuseError } from "../kernel/errors.ts";

/** What may end a certificate or a card before the birthday does (my-number-card.md §4.2). */
export interface EarlierEnds {
  /** Last valid day of the card that carries the certificate. */
  readonly cardEnd?: CivilDate;
  /** Last day a foreign resident may stay (在留期間の満了日). */
  readonly stayEnd?: CivilDate;
}

/** Full age at the issue of a card: 18, and 20 before the law of majority changed (general knowledge). */
const FULL_AGES = [
  { from: civilDate("2022-04-01"), years: 18 },
  { from: civilDate("0001-01-01"), years: 20 },
] as const;
const [CERTIFICATE_BIRTHDAYS, ADULT_CARD_BIRTHDAYS, MINOR_CARD_BIRTHDAYS] = [5, 10, 5];

/**
 * Last day of a certificate on the card: the 5th birthday after the day of issue, or an earlier end (my-number-card.md
 * §4.2). A birthday that falls on the day of issue does not count. Born on 29 February: 28 February in short years (ours,
 * no public text). A {@link MisuseError} names a day that lies on the wrong side of the day of issue.
 */
export function userCertificateEnd(issuedOn: CivilDate, birthdate: CivilDate, ends: EarlierEnds = {}): CivilDate {
  return earliest(issuedOn, birthdayAfter(issuedOn, birthdate, CERTIFICATE_BIRTHDAYS), ends);
}

/**
 * Last day of a card: the 10th birthday after its issue for adults, the 5th for minors (eligibility-rules.md §7.1; what a
 * minor is, general knowledge), or the end of a foreign resident's stay.
 */
export function cardEnd(issuedOn: CivilDate, birthdate: CivilDate, ends: Pick<EarlierEnds, "stayEnd"> = {}): CivilDate {
  const fullAge = FULL_AGES.find(({ from }) => issuedOn >= from)?.years ?? 0;
  const minor = ageOn(birthdate, issuedOn) < fullAge;
  const birthdays = minor ? MINOR_CARD_BIRTHDAYS : ADULT_CARD_BIRTHDAYS;
  return earliest(issuedOn, birthdayAfter(issuedOn, birthdate, birthdays), ends);
}

/** The nth birthday after a day. */
function birthdayAfter(issuedOn: CivilDate, birthdate: CivilDate, count: number): CivilDate {
  if (birthdate > issuedOn) throw new MisuseError("issuedOn", `${issuedOn} lies before the birth date`);
  const yearsTo = Number(issuedOn.slice(0, 4)) - Number(birthdate.slice(0, 4));
  const firstIsThisYear = addMonths(birthdate, 12 * yearsTo) > issuedOn;
  return addMonths(birthdate, 12 * (yearsTo + count - (firstIsThisYear ? 1 : 0)));
}

function earliest(issuedOn: CivilDate, birthday: CivilDate, ends: EarlierEnds): CivilDate {
  let first = birthday;
  for (const [field, end] of Object.entries(ends)) {
    if (end < issuedOn) throw new MisuseError(field, `${end} lies before the day of issue, ${issuedOn}`);
    if (end < first) first = end;
  }
  return first;
}

/** One proof of {@link userCertificateEnd} or {@link cardEnd}. */
export interface EndVector {
  readonly title: string;
  readonly issuedOn: CivilDate;
  readonly birthdate: CivilDate;
  readonly ends: EarlierEnds;
  readonly end: CivilDate;
}

export const USER_CERTIFICATE_END_VECTORS: readonly EndVector[] = [
  vector("this year's birthday is the first", "2026-02-10", "1990-05-20", "2030-05-20"),
  vector("next year's birthday is the first", "2026-06-10", "1990-05-20", "2031-05-20"),
  vector("a birthday on the day of issue does not count", "2026-05-20", "1990-05-20", "2031-05-20"),
  vector("a birthday on the morrow counts", "2026-05-19", "1990-05-20", "2030-05-20"),
  vector("issued on the day of birth", "2026-05-20", "2026-05-20", "2031-05-20"),
  vector("a minor has five birthdays too", "2026-02-10", "2015-05-20", "2030-05-20"),
  vector("born on 29 February: that day in a leap year", "2023-06-01", "2000-02-29", "2028-02-29"),
  vector("born on 29 February: the 28th in a short year (ours)", "2024-06-01", "2000-02-29", "2029-02-28"),
  vector("that birthday does not count on the day either", "2025-02-28", "2000-02-29", "2030-02-28"),
  vector("the card ends sooner", "2026-02-10", "1990-05-20", "2027-05-20", { cardEnd: civilDate("2027-05-20") }),
  vector("the card ends on the birthday", "2026-02-10", "1990-05-20", "2030-05-20", {
    cardEnd: civilDate("2030-05-20"),
  }),
  vector("the card ends later", "2026-02-10", "1990-05-20", "2030-05-20", { cardEnd: civilDate("2035-05-20") }),
  vector("the stay ends before the card", "2026-02-10", "1990-05-20", "2026-12-01", {
    cardEnd: civilDate("2027-05-20"),
    stayEnd: civilDate("2026-12-01"),
  }),
  vector("the card ends before the stay", "2026-02-10", "1990-05-20", "2027-05-20", {
    cardEnd: civilDate("2027-05-20"),
    stayEnd: civilDate("2028-12-01"),
  }),
  vector("the card's last day is the day of issue", "2026-02-10", "1990-05-20", "2026-02-10", {
    cardEnd: civilDate("2026-02-10"),
  }),
];

export const CARD_END_VECTORS: readonly EndVector[] = [
  vector("an adult has ten birthdays", "2026-02-10", "1990-05-20", "2035-05-20"),
  vector("an adult, the birthday on the day of issue does not count", "2026-05-20", "1990-05-20", "2036-05-20"),
  vector("a minor has five", "2026-02-10", "2015-05-20", "2030-05-20"),
  vector("17 on the day of issue", "2026-05-19", "2008-05-20", "2030-05-20"),
  vector("18 on the day of issue", "2026-05-20", "2008-05-20", "2036-05-20"),
  vector("19 before the age of majority fell", "2022-03-31", "2002-07-01", "2026-07-01"),
  vector("19 on the day it fell", "2022-04-01", "2002-07-01", "2031-07-01"),
  vector("20 before it fell", "2022-03-31", "2002-03-31", "2032-03-31"),
  vector("a new-born", "2026-02-10", "2026-02-10", "2031-02-10"),
  vector("born on 29 February, a leap year at the end", "2023-06-01", "2000-02-29", "2033-02-28"),
  vector("born on 29 February, a short year at the end", "2018-06-01", "1988-02-29", "2028-02-29"),
  vector("a foreign resident's stay ends sooner", "2026-02-10", "1990-05-20", "2027-03-31", {
    stayEnd: civilDate("2027-03-31"),
  }),
  vector("a stay that outlasts the card", "2026-02-10", "1990-05-20", "2035-05-20", {
    stayEnd: civilDate("2040-03-31"),
  }),
];

function vector(title: string, issuedOn: string, birthdate: string, end: string, ends: EarlierEnds = {}): EndVector {
  return { title, issuedOn: civilDate(issuedOn), birthdate: civilDate(birthdate), ends, end: civilDate(end) };
}
