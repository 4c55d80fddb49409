import { addDays, addMonths } from "../../kernel/civil-time.ts";
import { nanbyo } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** A certificate whose last day was yesterday. */
export const subsidyEndedYesterday = persona({
  id: "subsidy-ended-yesterday",
  title: { ja: "昨日で有効期間が終わった受給者証", en: "a certificate that ended yesterday" },
  startIndex: 32_300_000,
  suits: isEmployee,
  overlay: (_person, today) => ({ subsidies: [nanbyo("9000043", addMonths(today, -12), addDays(today, -1))] }),
  registered: true,
  certificateEnds: certificateLasts,
});
