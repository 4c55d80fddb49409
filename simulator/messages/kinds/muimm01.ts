import { elements, group, type RecordIn, repeated } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import { characterCode, failedHeader, type ReceptionAnswer, receptionAnswer, senderRows } from "./bulk-parts.ts";
import { muimm01Vectors } from "./muimm01-vectors.ts";
import { bulkReferenceRegistration } from "./reference-registration.ts";

/** More than a centre accepts (§8.9, ours): it is the centre that says "too many", in a result. */
const MOST_ROWS = 10_000;

const request = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({
      ReferenceNumberRegistrationInfo: repeated("照会番号登録情報", MOST_ROWS, bulkReferenceRegistration),
    }),
  ),
});

/** A request of `OQSmuimm01`. */
export type BulkReferenceRequest = RecordIn<typeof request>;

/** `OQSmuimm01` (IF-009 and IF-010): hands in reference numbers of many people. */
export const muimm01: MessageKind<BulkReferenceRequest, ReceptionAnswer> = {
  code: "OQSmuimm01",
  title: { ja: "照会番号一括登録（受付）", en: "Reference numbers of many people: handing in" },
  source: "receipt-system-interface.md §2.8",
  request,
  answer: receptionAnswer,
  limits: BULK_MESSAGE_LIMITS,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: muimm01Vectors,
};
