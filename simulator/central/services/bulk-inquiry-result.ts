import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muquc02 } from "../../messages/kinds/muquc02.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { service } from "../service.ts";
import { BULK_INQUIRY } from "./bulk-inquiry.ts";

/** Gives out the answers about many people, once they are ready (receipt-system-interface.md §2.7, SEQ-04). */
export const bulkInquiryResult = service<FetchRequest, object>({
  serves: `${BULK_INQUIRY}02`,
  title: { ja: "資格確認一括照会（結果取得）", en: "eligibility of many people: the result" },
  badField: (query) => validate(muquc02.request, query)[0]?.path,
  touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
  answer: (query, slice, cx) => fetchOf(BULK_INQUIRY, "BulkConfirmUnit", query, slice, cx),
});
