import type { RevisitRequest } from "../../messages/kinds/revisit.ts";
import { sionq01 } from "../../messages/kinds/sionq01.ts";
import { validate } from "../../messages/validate.ts";
import { behind } from "../ext-service.ts";
import { answerRevisit, revisitKeys } from "../revisit.ts";
import { service } from "../service.ts";

/** A patient of online visits asked about again, without a card (ours, off by default). */
export const onlineRevisit = behind(
  "visits",
  service<RevisitRequest, object>({
    serves: sionq01.code,
    title: sionq01.title,
    badField: (query) => validate(sionq01.request, query)[0]?.path,
    touches: (query, slice, cx) => revisitKeys(query, "3", slice, cx),
    answer: (query, slice, cx) => answerRevisit(query, "3", slice, cx),
  }),
);
