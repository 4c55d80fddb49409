import { DAY_MS } from "../kernel/civil-time.ts";
import { fault } from "../kernel/fault.ts";
import "../neighbours/insurer-feed.ts";

/** Records of the insurers reach the centre days later than they were sent (requirements.md SYS-03, R3-17). */
export const feedLate = fault({
  id: "feed-late",
  title: { ja: "保険者の登録の遅れ", en: "the insurers' feed is late" },
  pco: "feed.record",
  defaults: { ms: 2 * DAY_MS },
  shows: "C14",
  arm:
    ({ ms }) =>
    (record) => ({ delay: record, ms }),
});
