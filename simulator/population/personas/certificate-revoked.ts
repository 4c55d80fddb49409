import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The holder reported the card lost and found it again: no grace for what was revoked (eligibility-rules.md §7.1). */
export const certificateRevoked = persona({
  id: "certificate-revoked",
  title: { ja: "電子証明書の失効（紛失届）", en: "certificate revoked, card reported lost" },
  startIndex: 111_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { revoked: "lost-card" },
});
