import { elements, group, type RecordIn, repeated, required } from "../element-table.ts";
import { D8 } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { BULK_MESSAGE_LIMITS } from "../xml-reader.ts";
import { characterCode, failedHeader, type ReceptionAnswer, receptionAnswer, senderRows } from "./bulk-parts.ts";
import { bulkSearchInfo } from "./bulk-search-info.ts";
import { muquc01Vectors } from "./muquc01-vectors.ts";

/** More than a centre accepts (§8.9, ours): it is the centre that says "too many", in a result. */
const MOST_ROWS = 10_000;

const request = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      // The planned day of the visits, so it may lie ahead.
      QualificationConfirmationDate: required("資格確認日", D8, ["20261122"], ["", "20261131"]),
      ...senderRows,
    }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({ QualificationConfirmSearchInfo: repeated("資格確認照会用情報", MOST_ROWS, bulkSearchInfo) }),
  ),
});

/** A request of `OQSmuquc01`. */
export type BulkInquiryRequest = RecordIn<typeof request>;
/** One person asked about. */
export type BulkSearch = RecordIn<typeof bulkSearchInfo>;

/** `OQSmuquc01` (IF-005 and IF-006): hands in an inquiry about many people. */
export const muquc01: MessageKind<BulkInquiryRequest, ReceptionAnswer> = {
  code: "OQSmuquc01",
  title: { ja: "資格確認一括照会（受付）", en: "Eligibility of many people: handing in" },
  source: "receipt-system-interface.md §2.7",
  request,
  answer: receptionAnswer,
  limits: BULK_MESSAGE_LIMITS,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: muquc01Vectors,
};
