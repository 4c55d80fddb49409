import { muonq11 } from "../../messages/kinds/muonq11.ts";
import type { BulkInquiryRequest } from "../../messages/kinds/muquc01.ts";
import { validate } from "../../messages/validate.ts";
import { behind } from "../ext-service.ts";
import { acceptRevisits, revisitManyKeys } from "../revisit-many.ts";
import { service } from "../service.ts";

/** Many patients of online visits asked about again: handing in (ours, off by default). */
export const onlineRevisits = behind(
  "visits",
  service<BulkInquiryRequest, object>({
    serves: muonq11.code,
    title: muonq11.title,
    badField: (query) => validate(muonq11.request, query)[0]?.path,
    touches: (query, slice, cx) => revisitManyKeys(query, "3", slice, cx),
    answer: (query, slice, cx) => acceptRevisits(muonq11.code, query, "3", slice, cx),
  }),
);
