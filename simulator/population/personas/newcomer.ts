import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Insured, but the card was never registered as insurance card. */
export const newcomer = persona({
  id: "newcomer",
  title: { ja: "利用未登録（資格あり）", en: "insured, card not registered yet" },
  startIndex: 50_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: false,
  certificateEnds: certificateLasts,
});
