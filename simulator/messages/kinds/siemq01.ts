import { elements, group, type RecordIn, required } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { arbitraryIdentifier, extPersonHeader, extPersonRows } from "./ext-parts.ts";
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

const HEADER =
  "<MessageHeader><ArbitraryFileIdentifier>SIMEXT000001</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><QualificationConfirmationDate>20261121</QualificationConfirmationDate></MessageHeader>";
const message = (search: string): string =>
  `<XmlMsg>${HEADER}<MessageBody><QualificationConfirmSearchInfo>${search}</QualificationConfirmSearchInfo></MessageBody></XmlMsg>`;
const KEYS =
  "<Birthdate>19850505</Birthdate><InsuredIdentificationNumber>9001</InsuredIdentificationNumber><InsurerNumber>06139992</InsurerNumber><EmergencyViewingAuthority>1</EmergencyViewingAuthority>";

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
      {
        title: "the emergency summary",
        encoding: "Shift_JIS",
        xml: message(`<InformationRequestPattern>1</InformationRequestPattern>${KEYS}`),
        record: {
          MessageHeader: {
            QualificationConfirmationDate: "20261121",
            MedicalInstitutionCode: "1319999015",
            ArbitraryFileIdentifier: "SIMEXT000001",
          },
          MessageBody: {
            QualificationConfirmSearchInfo: {
              InsurerNumber: "06139992",
              InsuredIdentificationNumber: "9001",
              Birthdate: "19850505",
              InformationRequestPattern: "1",
              EmergencyViewingAuthority: "1",
            },
          },
        },
      },
      { title: "without a pattern", encoding: "UTF-8", xml: message(KEYS), refused: "SIM-E-002" },
    ],
    answer: siquc01.vectors.answer,
  },
};
