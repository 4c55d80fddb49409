import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee, NAMESAKES } from "./common.ts";
import { persona } from "./persona.ts";

/** Changed the insurer ten days ago and has a namesake of the same birth date among the charts (requirements.md C34). */
export const mover = persona({
  id: "mover",
  title: { ja: "転職直後（同姓同名・同生年月日の人がいる）", en: "changed the insurer, has a namesake" },
  startIndex: 62_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today, elsewhere) => {
    const changed = addDays(today, -10);
    const former = eligibilities.map((row) => ({ ...row, lost: changed, reasonOfLoss: "03" }));
    return {
      ...NAMESAKES,
      name: "同名　明",
      eligibilities: [...former, { ...elsewhere, acquired: changed, validFrom: changed, issued: changed }],
    };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
