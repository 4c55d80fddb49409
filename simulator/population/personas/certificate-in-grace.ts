import { addMonths } from "../../kernel/civil-time.ts";
import { asComputed, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Expired one month ago: eligibility only until the grace period ends (eligibility-rules.md §7.1). */
export const certificateInGrace = persona({
  id: "certificate-in-grace",
  title: { ja: "電子証明書の期限切れ（猶予期間内）", en: "certificate expired a month ago, in grace" },
  startIndex: 105_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: (today) => addMonths(today, -1),
});
