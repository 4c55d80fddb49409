import { addDays, addMonths } from "../../kernel/civil-time.ts";
import { elderlyFrom } from "../life-stage.ts";
import { certificateLasts, isEmployee, nextJuly, withoutLimit } from "./common.ts";
import { persona } from "./persona.ts";

/** 70 tomorrow: elderly rules from the month after, or at once where tomorrow is the first (eligibility-rules.md §11). */
export const turns70 = persona({
  id: "turns-70",
  title: { ja: "明日70歳", en: "70 tomorrow" },
  startIndex: 65_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today) => {
    const birthdate = addMonths(addDays(today, 1), -70 * 12);
    const validFrom = elderlyFrom(birthdate);
    const elderly = { ratio: "020" as const, issued: validFrom, validFrom, validUntil: nextJuly(validFrom) };
    return { birthdate, eligibilities: eligibilities.map((row) => ({ ...withoutLimit(row), elderly })) };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
