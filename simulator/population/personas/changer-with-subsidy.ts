import { addDays, addMonths } from "../../kernel/civil-time.ts";
import { hepatitis, UNJOINED_BODY } from "../issued-subsidy.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Changed the insurer ten days ago and has a certificate of public expense on paper: such a claim is not moved (§9.2 row 3). */
export const changerWithSubsidy = persona({
  id: "changer-with-subsidy",
  title: { ja: "転職直後、紙の公費受給者証あり", en: "changed the insurer, has a paper certificate of public expense" },
  startIndex: 76_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today, elsewhere) => {
    const changed = addDays(today, -10);
    const former = eligibilities.map((row) => ({ ...row, lost: changed, reasonOfLoss: "03" }));
    return {
      eligibilities: [...former, { ...elsewhere, acquired: changed, validFrom: changed, issued: changed }],
      subsidies: [hepatitis("9000068", addMonths(today, -4), addMonths(today, 8))],
      unjoinedBodies: [UNJOINED_BODY],
    };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
