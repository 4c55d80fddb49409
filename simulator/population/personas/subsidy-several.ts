import { addMonths } from "../../kernel/civil-time.ts";
import { nanbyo, psychiatricOutpatient, singleParent } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Three schemes, in PMH in another order than they pay in: local, 54, 21 (eligibility-rules.md §10.2). */
export const subsidySeveral = persona({
  id: "subsidy-several",
  title: { ja: "受給者証3枚（精神通院・難病・地方単独）", en: "three certificates: 21, 54 and a local one" },
  startIndex: 32_100_000,
  suits: isEmployee,
  overlay(_person, today) {
    const from = addMonths(today, -4);
    const to = addMonths(today, 8);
    return {
      subsidies: [
        singleParent("A-000123", from, to),
        nanbyo("9000035", from, to),
        psychiatricOutpatient("9000019", from, to),
      ],
    };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
