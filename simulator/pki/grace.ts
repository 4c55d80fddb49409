import { addMonths, type CivilDate, civilDate, endOfMonth } from "../kernel/civil-time.ts";

/**
 * What the dates of a user certificate allow at the counter (eligibility-rules.md §7.1). Revocation is another matter
 * and knows no grace.
 */
export type CertificateStanding = "valid" | "near-end" | "grace" | "expired";

/** How long eligibility is still given after the certificate's end. */
export interface GraceRule {
  /** 3 from 2024-12-02 on, 0 before: no grace (eligibility-rules.md §14). */
  readonly graceMonths: number;
  /**
   * Insurers and vendors count to the end of the month ("end-of-month", our default reading), the ministry's short text
   * can be read to the day ("same-day") (eligibility-rules.md §7.1).
   */
  readonly ends: "end-of-month" | "same-day";
}

/** Renewal opens, and the notice begins, this long before the end (my-number-card.md §4.4). */
const NOTICE_MONTHS = 3;

/** Last day on which eligibility is still given; the certificate's own last day when there is no grace. */
export function graceEnd(lastDay: CivilDate, { graceMonths, ends }: GraceRule): CivilDate {
  if (graceMonths === 0) return lastDay;
  const sameDay = addMonths(lastDay, graceMonths);
  return ends === "same-day" ? sameDay : endOfMonth(sameDay);
}

/** The standing on a day. `lastDay` is the certificate's last valid day in Japan. */
export function certificateStanding(lastDay: CivilDate, today: CivilDate, rule: GraceRule): CertificateStanding {
  if (today < addMonths(lastDay, -NOTICE_MONTHS)) return "valid";
  if (today <= lastDay) return "near-end";
  return today <= graceEnd(lastDay, rule) ? "grace" : "expired";
}

/** One proof of {@link certificateStanding}. */
export interface GraceVector {
  readonly title: string;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
  readonly rule: GraceRule;
  readonly standing: CertificateStanding;
}

const MONTH_END: GraceRule = { graceMonths: 3, ends: "end-of-month" };
const SAME_DAY: GraceRule = { graceMonths: 3, ends: "same-day" };
const NO_GRACE: GraceRule = { graceMonths: 0, ends: "end-of-month" };

/** Both examples of eligibility-rules.md §7.1, its vectors V17 to V19 (§3.6), and every boundary. */
export const GRACE_VECTORS: readonly GraceVector[] = [
  vector("valid until the day before E − 3 months", "2025-05-20", "2025-02-19", MONTH_END, "valid"),
  vector("the notice begins at E − 3 months", "2025-05-20", "2025-02-20", MONTH_END, "near-end"),
  vector("E itself is a day of validity", "2025-05-20", "2025-05-20", MONTH_END, "near-end"),
  vector("grace begins at E + 1", "2025-05-20", "2025-05-21", MONTH_END, "grace"),
  vector("example 1: G is 2025-08-31", "2025-05-20", "2025-08-31", MONTH_END, "grace"),
  vector("example 1: refused at G + 1", "2025-05-20", "2025-09-01", MONTH_END, "expired"),
  vector("example 2: G is 2026-02-28", "2025-11-30", "2026-02-28", MONTH_END, "grace"),
  vector("example 2: refused at G + 1", "2025-11-30", "2026-03-01", MONTH_END, "expired"),
  vector("V17", "2025-10-15", "2026-02-10", MONTH_END, "expired"),
  vector("V18", "2025-11-30", "2026-02-10", MONTH_END, "grace"),
  vector("V19: no notice yet", "2026-04-20", "2026-01-19", MONTH_END, "valid"),
  vector("V19", "2026-04-20", "2026-02-10", MONTH_END, "near-end"),
  vector(
    "a long month's end has its notice at the short month's end",
    "2026-05-31",
    "2026-02-28",
    MONTH_END,
    "near-end",
  ),
  vector("and not a day earlier", "2026-05-31", "2026-02-27", MONTH_END, "valid"),
  vector("a leap year's February has a 29th of grace", "2027-11-30", "2028-02-29", MONTH_END, "grace"),
  vector("and ends with it", "2027-11-30", "2028-03-01", MONTH_END, "expired"),
  vector("E on 29 February: grace to the end of May", "2028-02-29", "2028-05-31", MONTH_END, "grace"),
  vector("E on 29 February: over in June", "2028-02-29", "2028-06-01", MONTH_END, "expired"),
  vector("E on 29 February: notice from 29 November", "2028-02-29", "2027-11-29", MONTH_END, "near-end"),
  vector("the 31st plus three months of grace over the new year", "2025-12-31", "2026-03-31", MONTH_END, "grace"),
  vector("same-day reading: grace to the same day of the month", "2025-05-20", "2025-08-20", SAME_DAY, "grace"),
  vector("same-day reading: refused the day after", "2025-05-20", "2025-08-21", SAME_DAY, "expired"),
  vector("same-day reading: a missing 30th is the month's last day", "2025-11-30", "2026-02-28", SAME_DAY, "grace"),
  vector("same-day reading of 29 February: 29 May", "2028-02-29", "2028-05-30", SAME_DAY, "expired"),
  vector("without grace E is still a day of validity", "2024-05-20", "2024-05-20", NO_GRACE, "near-end"),
  vector("without grace E + 1 is refused, though the month goes on", "2024-05-20", "2024-05-21", NO_GRACE, "expired"),
];

function vector(
  title: string,
  lastDay: string,
  today: string,
  rule: GraceRule,
  standing: CertificateStanding,
): GraceVector {
  return { title, lastDay: civilDate(lastDay), today: civilDate(today), rule, standing };
}
