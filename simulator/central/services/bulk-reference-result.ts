import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muimm02 } from "../../messages/kinds/muimm02.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { service } from "../service.ts";
import { BULK_REFERENCES } from "./bulk-reference-registration.ts";

/** Gives out how the registration of many reference numbers fared (receipt-system-interface.md §2.8). */
export const bulkReferenceResult = service<FetchRequest, object>({
  serves: `${BULK_REFERENCES}02`,
  title: { ja: "照会番号一括登録（結果取得）", en: "register many reference numbers: the result" },
  badField: (query) => validate(muimm02.request, query)[0]?.path,
  touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
  answer: (query, slice, cx) => fetchOf(BULK_REFERENCES, "BulkRegistrationUnit", query, slice, cx),
});
