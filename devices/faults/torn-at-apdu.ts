import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { occasion } from "./occasion.ts";

/**
 * Somebody pulls the card away in the middle of a command: the chip did its work, the answer is lost, and the card is
 * gone (requirements.md F03). `apdu` counts from the arming, the first command is 0.
 */
export const tornAtApdu = fault({
  id: "torn-at-apdu",
  title: { ja: "処理中のカード抜き取り", en: "card torn away at a command" },
  pco: "card.apdu",
  defaults: { apdu: 3 },
  shows: "C01+torn-at-apdu",
  arm({ apdu }, { rng }) {
    const strikes = occasion({ on: "any", nth: apdu, times: 1 }, rng);
    return (exchange) => (strikes(exchange.command) ? { sever: "card torn away" } : { pass: exchange });
  },
});
