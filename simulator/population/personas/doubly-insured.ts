import { addDays } from "../../kernel/civil-time.ts";
import { certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Has a new insurance for ten days; the old insurer has not registered the loss, so that both are valid. */
export const doublyInsured = persona({
  id: "doubly-insured",
  title: { ja: "旧資格の喪失が未登録（二重資格）", en: "two valid insurances, the loss of the old one not registered" },
  startIndex: 75_000_000,
  suits: isEmployee,
  overlay: ({ eligibilities }, today, elsewhere) => {
    const changed = addDays(today, -10);
    return {
      eligibilities: [...eligibilities, { ...elsewhere, acquired: changed, validFrom: changed, issued: changed }],
    };
  },
  registered: true,
  certificateEnds: certificateLasts,
});
