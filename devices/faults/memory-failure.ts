import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { SW } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { type CommandKind, occasion } from "./occasion.ts";

/**
 * The chip answers 6581, memory failure: to VERIFY, or to whatever else is asked (my-number-card.md §2.8). Only the
 * answer is wrong; what the command did to the card stays done.
 */
export const memoryFailure = fault({
  id: "memory-failure",
  title: { ja: "ICチップのメモリ異常", en: "memory failure on the chip" },
  pco: "card.apdu",
  defaults: { on: "verify" as CommandKind, nth: 0, times: 1 },
  shows: "C02+memory-failure",
  arm(when, { rng }) {
    const strikes = occasion(when, rng);
    return (exchange) =>
      strikes(exchange.command) ? { pass: answered(exchange, SW.memoryFailure) } : { pass: exchange };
  },
});
