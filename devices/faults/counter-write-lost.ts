import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { occasion } from "./occasion.ts";
import { poorSupply } from "./poor-supply.ts";

/**
 * Power fails while the chip writes the counter of a PIN: 63C2 was answered, and the next query says 63C3 again. Ours; a
 * card that counts after it compared can be made to do so.
 */
export const counterWriteLost = fault({
  id: "counter-write-lost",
  title: { ja: "試行回数の書き込み消失", en: "retry counter not kept" },
  pco: "card.supply",
  defaults: { nth: 0, times: 1 },
  shows: "C02+counter-write-lost",
  arm: ({ nth, times }, { rng }) => poorSupply(occasion({ on: "verify", nth, times }, rng), "write-lost"),
});
