import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muhvq11 } from "../../messages/kinds/muhvq11.ts";
import { muhvq12 } from "../../messages/kinds/muhvq12.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";

/** Gives out the answers about many patients of home visits (ours, off by default). */
export const homeRevisitsResult = behind(
  "visits",
  service<FetchRequest, object>({
    serves: muhvq12.code,
    title: muhvq12.title,
    badField: (query) => validate(muhvq12.request, query)[0]?.path,
    touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
    answer: (query, slice, cx) => fetchOf(muhvq11.code, "BulkConfirmUnit", query, slice, cx),
  }),
);
