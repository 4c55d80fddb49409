import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Both PINs are locked; only the municipality unlocks them, the face still opens the check-in (my-number-card.md §1.8). */
export const pinBlocked = persona({
  id: "pin-blocked",
  title: { ja: "暗証番号の閉塞", en: "PINs locked" },
  startIndex: 114_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { authenticationTriesUsed: 3, signatureTriesUsed: 5 },
});
