import { addDays } from "../../kernel/civil-time.ts";
import { asComputed, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Ends in 80 days: everything works, and a notice comes along (eligibility-rules.md §7.1). */
export const certificateNearEnd = persona({
  id: "certificate-near-end",
  title: { ja: "電子証明書の期限が近い", en: "certificate ends in 80 days" },
  startIndex: 115_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: (today) => addDays(today, 80),
});
