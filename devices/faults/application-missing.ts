import { fault } from "../../simulator/kernel/fault.ts";
import type { ApduExchange } from "../cards/field.ts";
import { SW } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { oneOf } from "./bounds.ts";

/** Applications of the card that may be missing; the card manager is always there. */
const APPLICATIONS = ["jpki", "card-surface", "text-input", "common-card", "resident-register"] as const;
const SELECT = 0xa4;

/**
 * An application is not there, as on another kind of card: SELECT says 6A82, and nothing works inside it (requirements.md
 * F02, readers-and-line.md §15 RF-02; what the commands after a refused SELECT say is ours).
 */
export const applicationMissing = fault({
  id: "application-missing",
  title: { ja: "カードアプリケーションなし", en: "application missing" },
  pco: "card.apdu",
  defaults: { application: "jpki" as (typeof APPLICATIONS)[number] },
  shows: "C01+application-missing",
  arm({ application }) {
    const missing = oneOf("application", application, APPLICATIONS);
    return (exchange) => ({ pass: exchange.application === missing ? refused(exchange) : exchange });
  },
});

function refused(exchange: ApduExchange): ApduExchange {
  const sw = exchange.command.ins === SELECT ? SW.notFound : SW.noCurrentFile;
  return { ...answered(exchange, sw), application: undefined };
}
