import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muonq02 } from "../../messages/kinds/muonq02.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { service } from "../service.ts";
import { ONLINE_VISITS } from "./online-visit-fetch.ts";

/** Gives out the people who consented to online visits, once they are ready (receipt-system-interface.md §2.9). */
export const onlineVisitResult = service<FetchRequest, object>({
  serves: `${ONLINE_VISITS}02`,
  title: {
    ja: "同意済資格情報一括取得（オンライン診療等・結果取得）",
    en: "consented patients of online visits: the result",
  },
  badField: (query) => validate(muonq02.request, query)[0]?.path,
  touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
  answer: (query, slice, cx) => fetchOf(ONLINE_VISITS, "BulkConfirmUnit", query, slice, cx),
});
