import { addDays, addMonths, type CivilDate, civilDate } from "../kernel/civil-time.ts";
import { nextBusinessDay, weekdayOf } from "../population/business-day.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** When a welfare office registers its tickets (eligibility-rules.md §13.2: offices differ). */
export type RegistrationHabit = "15th" | "20th" | "weekly" | "late";

/** A ticket decided on, and the habit of its office. */
export interface RegistrationCase {
  readonly habit: RegistrationHabit;
  /** Day the office decided on the ticket. */
  readonly decidedOn: CivilDate;
}

/** Offices that register weekly do it at the week's end: Friday, which is ours. */
const FRIDAY = 5;
/** How long after the decision a late office registers (C42 takes ten days). */
const LATE_DAYS = 10;

function nextFriday(from: CivilDate): CivilDate {
  return addDays(from, (FRIDAY - weekdayOf(from) + 7) % 7);
}

function nextDayOfMonth(from: CivilDate, day: "15" | "20"): CivilDate {
  const here = civilDate(`${from.slice(0, 6)}${day}`);
  return from <= here ? here : addMonths(here, 1);
}

const row = rowsOf<RegistrationCase, CivilDate>();
const decided = (habit: RegistrationHabit, on: string): RegistrationCase => ({ habit, decidedOn: civilDate(on) });

/** The first day on which a ticket can be seen online (eligibility-rules.md §13.2 [P71, P72, P73]). */
export const ticketRegistration = decisionTable({
  id: "ticket-registration",
  title: { ja: "医療券が見えるようになる日", en: "the day from which a ticket is seen" },
  source: "eligibility-rules.md §13.2",
  requires: ["R0-03", "R0-11", "SYS-21"],
  rows: [
    row({
      id: "13.2/registers-15th",
      condition: { ja: "毎月15日頃に登録", en: "registers about the 15th" },
      outcome: { ja: "次の15日", en: "the next 15th" },
      confidence: "H",
      matches: ({ habit }) => habit === "15th",
      result: ({ decidedOn }) => nextDayOfMonth(decidedOn, "15"),
      vectors: [
        { title: "decided on the 5th", given: decided("15th", "2026-02-05"), gives: civilDate("2026-02-15") },
        { title: "decided on the 15th", given: decided("15th", "2026-02-15"), gives: civilDate("2026-02-15") },
        { title: "decided on the 16th", given: decided("15th", "2026-02-16"), gives: civilDate("2026-03-15") },
      ],
    }),
    row({
      id: "13.2/registers-20th",
      condition: { ja: "毎月20日頃に登録", en: "registers about the 20th" },
      outcome: { ja: "次の20日", en: "the next 20th" },
      confidence: "H",
      matches: ({ habit }) => habit === "20th",
      result: ({ decidedOn }) => nextDayOfMonth(decidedOn, "20"),
      vectors: [
        { title: "decided on the 20th", given: decided("20th", "2026-12-20"), gives: civilDate("2026-12-20") },
        {
          title: "decided on the 21st of December",
          given: decided("20th", "2026-12-21"),
          gives: civilDate("2027-01-20"),
        },
      ],
    }),
    row({
      id: "13.2/registers-weekly",
      condition: {
        ja: "週1回（金曜、当方の設定）登録し翌開庁日に反映",
        en: "registers weekly (Friday, ours), seen on the next business day",
      },
      outcome: { ja: "その金曜の翌開庁日", en: "the business day after that Friday" },
      confidence: "H",
      matches: ({ habit }) => habit === "weekly",
      result: ({ decidedOn }) => nextBusinessDay(nextFriday(decidedOn)),
      vectors: [
        { title: "decided on a Tuesday", given: decided("weekly", "2026-02-10"), gives: civilDate("2026-02-16") },
        { title: "decided on the Friday", given: decided("weekly", "2026-02-13"), gives: civilDate("2026-02-16") },
        {
          title: "the Monday after is a holiday",
          given: decided("weekly", "2026-02-14"),
          gives: civilDate("2026-02-24"),
        },
      ],
    }),
    row({
      id: "13.2/registers-late",
      condition: { ja: "遅れて登録（当方の設定で10日後）", en: "registers late: ten days after it decided (ours)" },
      outcome: { ja: "決定の10日後", en: "ten days after the decision" },
      confidence: "A",
      matches: () => true,
      result: ({ decidedOn }) => addDays(decidedOn, LATE_DAYS),
      vectors: [{ title: "C42", given: decided("late", "2026-02-06"), gives: civilDate("2026-02-16") }],
    }),
  ],
});
