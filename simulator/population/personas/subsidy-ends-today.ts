import { addMonths } from "../../kernel/civil-time.ts";
import { nanbyo } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** A certificate whose last day is today. */
export const subsidyEndsToday = persona({
  id: "subsidy-ends-today",
  title: { ja: "今日が最終日の受給者証", en: "a certificate whose last day is today" },
  startIndex: 32_400_000,
  suits: isEmployee,
  overlay: (_person, today) => ({ subsidies: [nanbyo("9000050", addMonths(today, -12), today)] }),
  registered: true,
  certificateEnds: certificateLasts,
});
