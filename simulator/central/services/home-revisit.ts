import type { RevisitRequest } from "../../messages/kinds/revisit.ts";
import { sihvq01 } from "../../messages/kinds/sihvq01.ts";
import { validate } from "../../messages/validate.ts";
import { behind } from "../ext-service.ts";
import { answerRevisit, revisitKeys } from "../revisit.ts";
import { service } from "../service.ts";

/** A patient of home visits asked about again, without a card (ours, off by default). */
export const homeRevisit = behind(
  "visits",
  service<RevisitRequest, object>({
    serves: sihvq01.code,
    title: sihvq01.title,
    badField: (query) => validate(sihvq01.request, query)[0]?.path,
    touches: (query, slice, cx) => revisitKeys(query, "2", slice, cx),
    answer: (query, slice, cx) => answerRevisit(query, "2", slice, cx),
  }),
);
