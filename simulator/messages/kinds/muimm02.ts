import { elements, group, optionalGroup, type RecordIn, repeated } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import {
  bulkResultHeader,
  characterCode,
  type FetchRequest,
  failedFetchHeader,
  fetchRequest,
  statusRows,
} from "./bulk-parts.ts";
import { muimm02Vectors } from "./muimm02-vectors.ts";
import { bulkReferenceRegistration } from "./reference-registration.ts";

/** As many as a request may hold. */
const MOST_ROWS = 10_000;

const answer = elements({
  MessageHeader: group("メッセージヘッダー", bulkResultHeader),
  MessageBody: group(
    "メッセージボディー",
    elements({
      BulkRegistrationUnit: repeated(
        "照会番号一括登録結果",
        MOST_ROWS,
        elements({
          ReferenceNumberRegistrationInfo: optionalGroup("照会番号登録情報", bulkReferenceRegistration),
          ...statusRows,
        }),
      ),
    }),
  ),
});

/** A result of `OQSmuimm02`. */
export type BulkReferenceAnswer = RecordIn<typeof answer>;

/** `OQSmuimm02` (IF-011 and IF-012): fetches how the registration of many reference numbers fared. */
export const muimm02: MessageKind<FetchRequest, BulkReferenceAnswer> = {
  code: "OQSmuimm02",
  title: { ja: "照会番号一括登録（結果取得）", en: "Reference numbers of many people: fetching the result" },
  source: "receipt-system-interface.md §2.8",
  request: fetchRequest,
  answer,
  limits: BULK_MESSAGE_LIMITS,
  failure: (failure, asked) => ({
    MessageHeader: failedFetchHeader(failure, asked),
    MessageBody: { BulkRegistrationUnit: [] },
  }),
  characterCode,
  vectors: muimm02Vectors,
};
