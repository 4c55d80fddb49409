import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The insurer linked this card to somebody else: the answer is another person's (requirements.md R3-25). */
export const wronglyLinked = persona({
  id: "wrongly-linked",
  title: { ja: "誤った紐付け（別人の情報が返る）", en: "wrongly linked: another person's data come back" },
  startIndex: 100_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
  linkedTo: "colleague",
});
