import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { firstPlacings } from "./placings.ts";

/** Two cards lie in the field: both answer at once, and the reader can talk to neither (requirements.md F15). */
export const twoCards = fault({
  id: "two-cards",
  title: { ja: "カードの2枚置き", en: "two cards in the field" },
  pco: "card.field",
  defaults: { placings: 1 },
  shows: "C01+two-cards",
  arm: ({ placings }) => firstPlacings(placings, (change) => ({ ...change, atr: undefined, collision: true })),
});
