import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Last day of employment is today: covered today, lost tomorrow (eligibility-rules.md §11). */
export const leavesToday = persona({
  id: "leaves-today",
  title: { ja: "本日退職", en: "leaves the job today" },
  startIndex: 68_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today) => ({
    eligibilities: eligibilities.map((row) => ({ ...row, lost: addDays(today, 1), reasonOfLoss: "99" })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
