import { addMonths } from "../../kernel/civil-time.ts";
import { asComputed, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Expired five months ago: beyond the grace period, the card is refused (eligibility-rules.md §7.1). */
export const certificateExpired = persona({
  id: "certificate-expired",
  title: { ja: "電子証明書の期限切れ（猶予期間後）", en: "certificate expired five months ago" },
  startIndex: 110_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: (today) => addMonths(today, -5),
});
