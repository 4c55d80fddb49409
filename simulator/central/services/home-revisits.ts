import { muhvq11 } from "../../messages/kinds/muhvq11.ts";
import type { BulkInquiryRequest } from "../../messages/kinds/muquc01.ts";
import { validate } from "../../messages/validate.ts";
import { behind } from "../ext-service.ts";
import { acceptRevisits, revisitManyKeys } from "../revisit-many.ts";
import { service } from "../service.ts";

/** Many patients of home visits asked about again: handing in (ours, off by default). */
export const homeRevisits = behind(
  "visits",
  service<BulkInquiryRequest, object>({
    serves: muhvq11.code,
    title: muhvq11.title,
    badField: (query) => validate(muhvq11.request, query)[0]?.path,
    touches: (query, slice, cx) => revisitManyKeys(query, "2", slice, cx),
    answer: (query, slice, cx) => acceptRevisits(muhvq11.code, query, "2", slice, cx),
  }),
);
