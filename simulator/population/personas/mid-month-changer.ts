import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Changes the insurer nine days after the scenario begins, which both insurers registered ahead: no gap, no overlap. */
export const midMonthChanger = persona({
  id: "mid-month-changer",
  title: { ja: "月の途中で保険者が変わる", en: "changes the insurer in the middle of the month" },
  startIndex: 74_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today, elsewhere) => {
    const changes = addDays(today, 9);
    const former = eligibilities.map((row) => ({ ...row, lost: changes, reasonOfLoss: "03" }));
    return { eligibilities: [...former, { ...elsewhere, acquired: changes, validFrom: changes, issued: today }] };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
