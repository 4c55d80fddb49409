import { aidSince } from "../issued-aid.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** 医療扶助 alone whose ticket the office has not registered yet: looks like one entrusted elsewhere (eligibility-rules.md §13.2). */
export const aidNotYetRegistered = persona({
  id: "aid-not-yet-registered",
  title: { ja: "医療扶助単独（当月の券が未登録）", en: "medical aid alone, this month's ticket not registered yet" },
  startIndex: 31_200_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    eligibilities: [],
    aid: aidSince(today, { serial: 900_003, use: "01", tickets: [] }),
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
