import { siaci01 } from "../../messages/kinds/siaci01.ts";
import { validate } from "../../messages/validate.ts";
import { codesAnswer } from "../activation.ts";
import { behind } from "../ext-service.ts";
import { service } from "../service.ts";

/** Which activation codes the facility has (ours, off by default). */
export const activationInquiry = behind(
  "codes",
  service<object, object>({
    serves: siaci01.code,
    title: siaci01.title,
    badField: (query) => validate(siaci01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [["activationCodes", facility.code]],
    answer: (_query, slice, cx) => codesAnswer(slice.get("activationCodes", cx.facility.code)?.codes ?? [], false, cx),
  }),
);
