import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { occasion } from "./occasion.ts";
import { poorSupply } from "./poor-supply.ts";

/**
 * Power fails for a moment between VERIFY and signature: the right that the PIN gave is gone, and the reader did not
 * notice (my-number-card.md §2.8, §5.8).
 */
export const powerLostBeforeSignature = fault({
  id: "power-lost-before-signature",
  title: { ja: "署名直前の電源断", en: "power lost before the signature" },
  pco: "card.supply",
  defaults: { nth: 0, times: 1 },
  shows: "C02+power-lost-before-signature",
  arm: ({ nth, times }, { rng }) => poorSupply(occasion({ on: "sign", nth, times }, rng), "interrupted"),
});
