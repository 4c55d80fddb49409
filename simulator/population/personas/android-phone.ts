import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The JPKI application in a secure element; the certificate only after its PIN (my-number-card.md §6, §8 D-13). */
export const androidPhone = persona({
  id: "android-phone",
  title: { ja: "Androidのスマホ用電子証明書", en: "certificates in an Android phone" },
  startIndex: 112_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { carrier: "android" },
});
