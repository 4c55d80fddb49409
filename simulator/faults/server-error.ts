import type { CentralExchange } from "../central/central-server.ts";
import { fault } from "../kernel/fault.ts";

/** The centre fails: it answers with an error and keeps nothing; codes of receipt-system-interface.md §8.1 (ours). */
export const serverError = fault({
  id: "server-error",
  title: { ja: "中央サーバーの異常終了", en: "centre fails" },
  pco: "central.message",
  defaults: { code: "SIM-E-906", messages: 1 },
  shows: "C54",
  arm:
    ({ code, messages }) =>
    (exchange, seen) => {
      const failed: CentralExchange = { request: exchange.request, answer: { status: "error", code }, changes: [] };
      return { pass: seen < messages ? failed : exchange };
    },
});
