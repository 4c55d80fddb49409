import { elements, group, optional, type RecordIn, required } from "../element-table.ts";
import { C, D8 } from "../format.ts";
import { senderRows } from "./bulk-parts.ts";

const NO_DAY = ["", "20261131", "202611"];

/** A request for everyone who consented at home, by consent days (receipt-system-interface.md §2.9, `OQSmuhvq`). */
export const homeVisitSearch = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({
      QualificationConfirmSearchInfo: group(
        "資格確認照会用情報",
        elements({
          ConsentDateFrom: required("同意日（開始）", D8, ["20261101"], NO_DAY),
          ConsentDateTo: required("同意日（終了）", D8, ["20261130"], NO_DAY),
          MedicalTreatmentFlag: required("診療区分", C("028"), ["2"], ["", "5"]),
        }),
      ),
    }),
  ),
});

/** The same for online visits: by consent days, or by days of examination (`OQSmuonq`). */
export const onlineVisitSearch = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({
      QualificationConfirmSearchInfo: group(
        "資格確認照会用情報",
        elements({
          ConsentDateFrom: optional("同意日（開始）", D8, ["20261101"], NO_DAY.slice(1)),
          ConsentDateTo: optional("同意日（終了）", D8, ["20261130"], NO_DAY.slice(1)),
          ExaminationDateFrom: optional("診療日（開始）", D8, ["20261121"], NO_DAY.slice(1)),
          ExaminationDateTo: optional("診療日（終了）", D8, ["20261121"], NO_DAY.slice(1)),
          MedicalTreatmentFlag: required("診療区分", C("028"), ["3"], ["", "5"]),
        }),
      ),
    }),
  ),
});

/** A request of `OQSmuhvq01`. */
export type HomeVisitRequest = RecordIn<typeof homeVisitSearch>;
/** A request of `OQSmuonq01`. */
export type OnlineVisitRequest = RecordIn<typeof onlineVisitSearch>;
