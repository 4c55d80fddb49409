import { DAY_MS } from "../kernel/civil-time.ts";
import { fault } from "../kernel/fault.ts";

/**
 * The system of a welfare office stands still: what it registers arrives days later. One city's did from 2024-11-12 to
 * 2024-11-27 (eligibility-rules.md §13.2 [P77]).
 */
export const welfareOfficeDown = fault({
  id: "welfare-office-down",
  title: { ja: "福祉事務所のシステム停止", en: "welfare office's system down" },
  pco: "welfare.record",
  defaults: { days: 15 },
  shows: "C42+welfare-office-down",
  arm:
    ({ days }) =>
    (record) => ({ delay: record, ms: days * DAY_MS }),
});
