import { elements, group, optional, optionalGroup, type RecordIn, repeated } from "../element-table.ts";
import { C, X } from "../format.ts";
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
import { bulkSearchInfo } from "./bulk-search-info.ts";
import { muquc02Vectors } from "./muquc02-vectors.ts";
import { personRows } from "./qualification-result.ts";

/** As many as a request may hold. */
const MOST_ROWS = 10_000;

/** The short form of a person: no consents, no limit, disease or ticket data (§2.7). */
const bulkPerson = elements({
  ...personRows,
  LimitApplicationCertificateChanged: optional("限度額適用認定証情報変更有無", C("014"), ["0", "1"], ["2"]),
});

const answer = elements({
  MessageHeader: group("メッセージヘッダー", bulkResultHeader),
  MessageBody: group(
    "メッセージボディー",
    elements({
      BulkConfirmUnit: repeated(
        "資格確認一括照会結果",
        MOST_ROWS,
        elements({
          QualificationConfirmSearchInfo: optionalGroup("資格確認照会用情報", bulkSearchInfo),
          ...statusRows,
          QualificationValidity: optional("資格有効性", C("006"), ["1", "2", "3", "4", "5", "6"], ["0", "7"]),
          ResultOfQualificationConfirmation: optionalGroup("資格確認結果", bulkPerson),
          ReferenceNumber: optional("照会番号", X(50), ["00000100"], ["1".repeat(51)]),
        }),
      ),
    }),
  ),
});

/** A result of `OQSmuquc02`. */
export type BulkInquiryAnswer = RecordIn<typeof answer>;
/** One person's answer. */
export type BulkConfirmUnit = BulkInquiryAnswer["MessageBody"]["BulkConfirmUnit"][number];

/** `OQSmuquc02` (IF-007 and IF-008): fetches the answers about many people. */
export const muquc02: MessageKind<FetchRequest, BulkInquiryAnswer> = {
  code: "OQSmuquc02",
  title: { ja: "資格確認一括照会（結果取得）", en: "Eligibility of many people: fetching the result" },
  source: "receipt-system-interface.md §2.7",
  request: fetchRequest,
  answer,
  limits: BULK_MESSAGE_LIMITS,
  failure: (failure, asked) => ({
    MessageHeader: failedFetchHeader(failure, asked),
    MessageBody: { BulkConfirmUnit: [] },
  }),
  characterCode,
  vectors: muquc02Vectors,
};
