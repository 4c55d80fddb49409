import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Changed the insurer ten days ago without a gap: the loss date of the old is the acquisition date of the new. */
export const jobChanger = persona({
  id: "job-changer",
  title: { ja: "転職直後（旧資格喪失・新資格あり）", en: "changed the insurer ten days ago" },
  startIndex: 80_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today, elsewhere) => {
    const changed = addDays(today, -10);
    const former = eligibilities.map((row) => ({ ...row, lost: changed, reasonOfLoss: "03" }));
    return { eligibilities: [...former, { ...elsewhere, acquired: changed, validFrom: changed, issued: changed }] };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
