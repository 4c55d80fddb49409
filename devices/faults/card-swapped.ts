import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { type CommandKind, occasion } from "./occasion.ts";
import { poorSupply } from "./poor-supply.ts";

/**
 * Somebody puts another card there just before a command, so quickly that the reader does not notice: between face and
 * signature, for one (my-number-card.md §2.8, "card swapped between face read and sign").
 */
export const cardSwapped = fault({
  id: "card-swapped",
  title: { ja: "カードのすり替え", en: "card swapped" },
  pco: "card.supply",
  defaults: { on: "sign" as CommandKind, nth: 0, times: 1 },
  shows: "C01+card-swapped",
  arm: (when, { rng }) => poorSupply(occasion(when, rng), "swapped"),
});
