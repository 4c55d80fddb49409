import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { SW } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { occasion } from "./occasion.ts";

/** The chip cannot sign and does not say why: 6F00 instead of the signature (my-number-card.md §2.8). */
export const signFailure = fault({
  id: "sign-failure",
  title: { ja: "署名生成の失敗", en: "signature fails" },
  pco: "card.apdu",
  defaults: { nth: 0, times: 1 },
  shows: "C02+sign-failure",
  arm({ nth, times }, { rng }) {
    const strikes = occasion({ on: "sign", nth, times }, rng);
    return (exchange) =>
      strikes(exchange.command) ? { pass: answered(exchange, SW.noDiagnosis) } : { pass: exchange };
  },
});
