import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** The ordinary case: insured by an employer, card registered, certificate valid. */
export const employee = persona({
  id: "employee",
  title: { ja: "会社員（有効な資格）", en: "employee, valid insurance" },
  startIndex: 1_000,
  suits: isEmployee,
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
