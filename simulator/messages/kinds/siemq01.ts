import { elements, group, type RecordIn, required } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { arbitraryIdentifier, extPersonHeader, extPersonRows } from "./ext-parts.ts";
import { extPersonLacking, extPersonRequest } from "./ext-vectors.ts";
import { type QualificationAnswer, qualificationFailure, siquc01 } from "./siquc01.ts";

const request = elements({
  MessageHeader: extPersonHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      QualificationConfirmSearchInfo: group(
        "資格確認照会用情報",
        elements({
          ...extPersonRows,
          InformationRequestPattern: required("情報要求パターン", C("040"), ["1", "6"], ["", "7"]),
          EmergencyViewingAuthority: required("救急時閲覧権限", C("043"), ["0", "1"], ["", "2"]),
          ArbitraryIdentifier: arbitraryIdentifier,
        }),
      ),
    }),
  ),
});

/** A request of `OQSsiemq01`. */
export type EmergencyRequest = RecordIn<typeof request>;

const AUTHORITY = "<EmergencyViewingAuthority>1</EmergencyViewingAuthority>";

/** `OQSsiemq01` (IF-047 and IF-048): eligibility for the view of medical information in an emergency. The layout is OURS (§8.3). */
export const siemq01: MessageKind<EmergencyRequest, QualificationAnswer> = {
  code: "OQSsiemq01",
  title: { ja: "資格確認（救急時医療情報閲覧・模擬独自）", en: "Eligibility for the emergency view (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer: siquc01.answer,
  failure: qualificationFailure,
  characterCode: siquc01.characterCode,
  ext: "emergency",
  vectors: {
    request: [
      extPersonRequest(
        "the emergency summary",
        `<InformationRequestPattern>1</InformationRequestPattern>${AUTHORITY}`,
        { InformationRequestPattern: "1", EmergencyViewingAuthority: "1" },
      ),
      extPersonLacking("without a pattern", AUTHORITY),
    ],
    answer: siquc01.vectors.answer,
  },
};
