import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Two of three tries are gone: the next wrong digit locks the PIN (my-number-card.md §1.8). */
export const oneTryLeft = persona({
  id: "one-try-left",
  title: { ja: "暗証番号の残り1回", en: "one try of the PIN left" },
  startIndex: 109_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  card: { authenticationTriesUsed: 2 },
});
