import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { mutic02 } from "../../messages/kinds/mutic02.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { service } from "../service.ts";
import { TICKET_PULL } from "./ticket-pull.ts";

/** Gives out the entrusted people, once they are ready (receipt-system-interface.md §2.9, SEQ-09). */
export const ticketPullResult = service<FetchRequest, object>({
  serves: `${TICKET_PULL}02`,
  title: { ja: "委託先資格情報の一括取得（結果取得）", en: "entrusted medical aid: the result" },
  badField: (query) => validate(mutic02.request, query)[0]?.path,
  touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
  answer: (query, slice, cx) => fetchOf(TICKET_PULL, "BulkConfirmUnit", query, slice, cx),
});
