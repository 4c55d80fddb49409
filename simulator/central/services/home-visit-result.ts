import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muhvq02 } from "../../messages/kinds/muhvq02.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { service } from "../service.ts";
import { HOME_VISITS } from "./home-visit-fetch.ts";

/** Gives out the people who consented to home visits, once they are ready (receipt-system-interface.md §2.9). */
export const homeVisitResult = service<FetchRequest, object>({
  serves: `${HOME_VISITS}02`,
  title: { ja: "同意済資格情報一括取得（訪問診療等・結果取得）", en: "consented patients of home visits: the result" },
  badField: (query) => validate(muhvq02.request, query)[0]?.path,
  touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
  answer: (query, slice, cx) => fetchOf(HOME_VISITS, "BulkConfirmUnit", query, slice, cx),
});
