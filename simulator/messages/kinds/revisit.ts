import { elements, group, type RecordIn, required } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageVector } from "../message-kind.ts";
import { arbitraryIdentifier, extPersonHeader, extPersonRows, treatmentFlag } from "./ext-parts.ts";
import { extPersonLacking, extPersonRequest } from "./ext-vectors.ts";

/** One person asked about again without a card: §2.2 with the kind of care. OURS (receipt-system-interface.md §8.3). */
export const revisitRequest = elements({
  MessageHeader: extPersonHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      QualificationConfirmSearchInfo: group(
        "資格確認照会用情報",
        elements({
          ...extPersonRows,
          LimitApplicationCertificateRelatedConsFlg: required(
            "限度額適用認定証提供同意フラグ",
            C("001"),
            ["0", "1"],
            ["", "2"],
          ),
          MedicalTreatmentFlag: treatmentFlag,
          ArbitraryIdentifier: arbitraryIdentifier,
        }),
      ),
    }),
  ),
});

/** A request of `OQSsihvq01` or `OQSsionq01`. */
export type RevisitRequest = RecordIn<typeof revisitRequest>;

const LIMIT = "<LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>";

/** Requests about one person, for care of a kind. */
export const revisitVectors = (flag: "2" | "3" | "4"): readonly MessageVector<RevisitRequest>[] => [
  extPersonRequest(
    "one person, body first, in Shift_JIS",
    `<MedicalTreatmentFlag>${flag}</MedicalTreatmentFlag>${LIMIT}`,
    { LimitApplicationCertificateRelatedConsFlg: "0", MedicalTreatmentFlag: flag },
  ),
  extPersonLacking("without the kind of care", LIMIT),
];
