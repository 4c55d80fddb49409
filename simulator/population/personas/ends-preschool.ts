import { addDays, addMonths } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Six tomorrow, and born on a 1 April where tomorrow is one: the last preschool day is today (eligibility-rules.md §11). */
export const endsPreschool = persona({
  id: "ends-preschool",
  title: { ja: "明日6歳", en: "six tomorrow" },
  startIndex: 66_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today) => ({
    birthdate: addMonths(addDays(today, 1), -6 * 12),
    eligibilities: eligibilities.map((row) => ({
      ...row,
      preschool: "1" as const,
      acquired: addMonths(addDays(today, 1), -6 * 12),
    })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
