import { elements, group, type RecordIn, required } from "../element-table.ts";
import { M6 } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader, type ReceptionAnswer, receptionAnswer, senderRows } from "./bulk-parts.ts";
import { mutic01Vectors } from "./mutic01-vectors.ts";

/** Header without a confirmation date; the month of care is the only key (receipt-system-interface.md §2.9). */
const request = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({
      QualificationConfirmSearchInfo: group(
        "資格確認照会用情報",
        elements({ MedicalTreatmentMonth: required("診療年月", M6, ["202611"], ["", "202613", "20261101"]) }),
      ),
    }),
  ),
});

/** A request of `OQSmutic01`. */
export type TicketPullRequest = RecordIn<typeof request>;

/** `OQSmutic01` (IF-013 and IF-014): asks for every ticket entrusted to the facility in a month. */
export const mutic01: MessageKind<TicketPullRequest, ReceptionAnswer> = {
  code: "OQSmutic01",
  title: { ja: "委託先資格情報の一括取得（受付）", en: "Entrusted medical aid: asking" },
  source: "receipt-system-interface.md §2.9, §5.16",
  request,
  answer: receptionAnswer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: mutic01Vectors,
};
