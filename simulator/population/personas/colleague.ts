import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** A second ordinary patient at the same counter. */
export const colleague = persona({
  id: "colleague",
  title: { ja: "別の会社員（有効な資格）", en: "another employee, valid insurance" },
  startIndex: 20_000_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
