import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { MOST_COMMANDS, occasion } from "./occasion.ts";

/**
 * The field comes and goes: now and then a command is lost, and with it everything volatile, because the chip had no
 * power for a moment (requirements.md F06: one in five).
 */
export const intermittentField = fault({
  id: "intermittent-field",
  title: { ja: "不安定な無線の場", en: "intermittent field" },
  pco: "card.supply",
  defaults: { parts: 1, of: 5 },
  shows: "C01+intermittent-field",
  arm(chance, { rng }) {
    const strikes = occasion({ on: "any", nth: 0, times: MOST_COMMANDS }, rng, chance);
    return (supply) => (strikes(supply.command) ? { drop: true } : { pass: supply });
  },
});
