import type { FetchRequest } from "../../messages/kinds/bulk-parts.ts";
import { muonq11 } from "../../messages/kinds/muonq11.ts";
import { muonq12 } from "../../messages/kinds/muonq12.ts";
import { validate } from "../../messages/validate.ts";
import { fetchOf } from "../bulk-result.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";

/** Gives out the answers about many patients of online visits (ours, off by default). */
export const onlineRevisitsResult = behind(
  "visits",
  service<FetchRequest, object>({
    serves: muonq12.code,
    title: muonq12.title,
    badField: (query) => validate(muonq12.request, query)[0]?.path,
    touches: ({ MessageBody }) => [["bulkJob", MessageBody.ReceptionNumber]],
    answer: (query, slice, cx) => fetchOf(muonq11.code, "BulkConfirmUnit", query, slice, cx),
  }),
);
