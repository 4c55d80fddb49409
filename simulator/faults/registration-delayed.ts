import type { CentralExchange } from "../central/central-server.ts";
import { fault } from "../kernel/fault.ts";

/** First registration is accepted and takes effect later: "place the card again" (readers-and-line.md §5.3, RF-16). */
export const registrationDelayed = fault({
  id: "registration-delayed",
  title: { ja: "利用登録の処理遅延", en: "first registration pending" },
  pco: "central.message",
  defaults: { ms: 150_000 },
  shows: "C05",
  arm:
    ({ ms }) =>
    (exchange) => {
      const { request, answer } = exchange;
      if (request.kind !== "SIMregister" || answer.status !== "ok" || !("Outcome" in answer.body))
        return { pass: exchange };
      if (answer.body.Outcome !== "registered") return { pass: exchange };
      const changes = exchange.changes.map((change) =>
        change.table === "registration" && change.row !== undefined
          ? { ...change, row: { effectiveAtMs: change.row.effectiveAtMs + ms } }
          : change,
      );
      const pending: CentralExchange = { request, answer: { status: "ok", body: { Outcome: "pending" } }, changes };
      return { pass: pending };
    },
});
