import { elements, group, optional, type RecordIn, repeated } from "../element-table.ts";
import { C, X } from "../format.ts";
import type { Failure } from "../message-kind.ts";
import { bulkResultHeader, type FetchRequest, failedFetchHeader, statusRows } from "./bulk-parts.ts";
import { qualificationResult } from "./qualification-result.ts";

/** As many people as one job may bring (ours, like the bulk inquiry's). */
const MOST_PEOPLE = 10_000;
/** Insurances and aid of one person. */
const MOST_SCHEMES = 10;

/**
 * Result of a bulk fetch that names no patients (`mutic`, `muhvq`, `muonq`): full person elements with tickets
 * (receipt-system-interface.md §2.9).
 */
export const pulledPeople = elements({
  MessageHeader: group("メッセージヘッダー", bulkResultHeader),
  MessageBody: group(
    "メッセージボディー",
    elements({
      BulkConfirmUnit: repeated(
        "一括取得結果",
        MOST_PEOPLE,
        elements({
          ...statusRows,
          QualificationValidity: optional("資格有効性", C("006"), ["1", "2", "6"], ["0", "7"]),
          ResultOfQualificationConfirmation: repeated("資格確認結果", MOST_SCHEMES, qualificationResult),
          ReferenceNumber: optional("照会番号", X(50), ["00000501"], ["1".repeat(51)]),
        }),
      ),
    }),
  ),
});

/** People of a bulk fetch. */
export type PulledPeople = RecordIn<typeof pulledPeople>;
/** One of them. */
export type PulledPerson = PulledPeople["MessageBody"]["BulkConfirmUnit"][number];

/** The answer when a fetch failed as a whole. */
export const failedPull = (failure: Failure, asked: FetchRequest): PulledPeople => ({
  MessageHeader: failedFetchHeader(failure, asked),
  MessageBody: { BulkConfirmUnit: [] },
});
