import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The JPKI application in a wallet that its owner opened by face (my-number-card.md §6, §8 D-13). */
export const iphone = persona({
  id: "iphone",
  title: { ja: "iPhoneのスマホ用電子証明書", en: "certificates in an iPhone" },
  startIndex: 113_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { carrier: "iphone" },
});
