import { addMonths } from "../../kernel/civil-time.ts";
import { hepatitis, UNJOINED_BODY } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** A certificate on paper only: the prefecture that issued it has not joined PMH (requirements.md R4-14). */
export const subsidyOnPaper = persona({
  id: "subsidy-on-paper",
  title: { ja: "PMH未参加自治体の紙の受給者証", en: "a paper certificate of a body that has not joined PMH" },
  startIndex: 32_500_000,
  suits: isEmployee,
  overlay: (_person, today) => ({
    subsidies: [hepatitis("9000068", addMonths(today, -4), addMonths(today, 8))],
    unjoinedBodies: [UNJOINED_BODY],
  }),
  registered: true,
  certificateEnds: certificateLasts,
});
