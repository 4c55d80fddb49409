import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Left the job the day before yesterday: the loss date is yesterday, nothing new is registered. */
export const jobLeaver = persona({
  id: "job-leaver",
  title: { ja: "退職直後（資格喪失）", en: "left the job, insurance lost yesterday" },
  startIndex: 70_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today) => ({
    eligibilities: eligibilities.map((row) => ({ ...row, lost: addDays(today, -1), reasonOfLoss: "99" })),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
