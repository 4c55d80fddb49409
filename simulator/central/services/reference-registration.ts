import { stampAt } from "../../kernel/civil-time.ts";
import { SEGMENT_OF_RESULT } from "../../messages/code-lists.ts";
import { type ReferenceRequest, siimm01 } from "../../messages/kinds/siimm01.ts";
import { validate } from "../../messages/validate.ts";
import { statusPart } from "../bulk-result.ts";
import { registerAll, registrationKeys } from "../reference.ts";
import { service } from "../service.ts";

/** Registers a facility's own key of one person (receipt-system-interface.md §2.6, SEQ-05). */
export const referenceRegistration = service<ReferenceRequest, object>({
  serves: "OQSsiimm01",
  title: { ja: "照会番号登録", en: "register a reference number" },
  badField: (query) => validate(siimm01.request, query)[0]?.path,
  touches: ({ MessageBody }, slice, cx) => registrationKeys(MessageBody.ReferenceNumberRegistrationInfo, slice, cx),
  answer({ MessageBody: { ReferenceNumberRegistrationInfo: info } }, slice, cx) {
    const { errors, changes, by } = registerAll([info], slice, cx);
    return {
      answer: {
        MessageHeader: {
          ProcessExecutionTime: stampAt(cx.nowMs),
          MedicalInstitutionCode: cx.facility.code,
          SegmentOfResult: SEGMENT_OF_RESULT.normal,
        },
        MessageBody: { ReferenceNumberRegistrationInfo: info, ...statusPart(errors[0]) },
      },
      changes,
      by,
    };
  },
});
