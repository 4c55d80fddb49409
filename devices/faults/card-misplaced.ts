import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { firstPlacings } from "./placings.ts";

/**
 * Something lies there and no chip is felt: no answer to reset. The card lies badly, or its contacts are dirty
 * (requirements.md F01, readers-and-line.md §15 RF-01); at every placing, it is a dead chip.
 */
export const cardMisplaced = fault({
  id: "card-misplaced",
  title: { ja: "カードの置き方の不良", en: "card misplaced" },
  pco: "card.field",
  defaults: { placings: 1 },
  shows: "C01+card-misplaced",
  arm: ({ placings }) => firstPlacings(placings, (change) => ({ ...change, atr: undefined })),
});
