import type { CentralExchange } from "../central/central-server.ts";
import { fault } from "../kernel/fault.ts";

/** OQSCD003: 処理中 and 正常終了. */
const [PROCESSING, NORMAL] = ["2", "1"];

/**
 * The centre is not ready: it answers 処理中 (SegmentOfResult 2) with nothing in the body before it answers for good, and
 * keeps nothing meanwhile (requirements.md C55; receipt-system-interface.md §2.7). `kind` `any` strikes every kind.
 */
export const stillProcessing = fault({
  id: "still-processing",
  title: { ja: "処理中の応答", en: "centre still working" },
  pco: "central.message",
  defaults: { kind: "any", messages: 2 },
  shows: "C07+still-processing",
  arm: ({ kind, messages }) => {
    let told = 0;
    return (exchange) => {
      const early = kind === "any" || exchange.request.kind === kind ? processing(exchange) : undefined;
      return { pass: early !== undefined && told++ < messages ? early : exchange };
    };
  },
});

/** The exchange as it is before the work is done; undefined where the answer says of no file how it ended. */
function processing({ request, answer }: CentralExchange): CentralExchange | undefined {
  if (answer.status !== "ok") return undefined;
  const { MessageHeader: header, MessageBody: body } = answer.body as Readonly<Record<string, object | undefined>>;
  if (header === undefined || !("SegmentOfResult" in header) || header.SegmentOfResult !== NORMAL) return undefined;
  // Lists stay as empty lists, which is how a record says that none is there.
  const emptied = Object.entries(body ?? {}).flatMap(([name, value]) => (Array.isArray(value) ? [[name, []]] : []));
  const early = {
    MessageHeader: { ...header, SegmentOfResult: PROCESSING },
    MessageBody: Object.fromEntries(emptied),
  };
  return { request, answer: { status: "ok", body: early }, changes: [] };
}
