import { elements, group, type RecordIn, required } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageVector } from "../message-kind.ts";
import { arbitraryIdentifier, extPersonHeader, extPersonRows, treatmentFlag } from "./ext-parts.ts";

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

const HEADER =
  "<MessageHeader><ArbitraryFileIdentifier>SIMEXT000001</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><QualificationConfirmationDate>20261121</QualificationConfirmationDate></MessageHeader>";
const message = (search: string): string =>
  `<XmlMsg><MessageBody><QualificationConfirmSearchInfo>${search}</QualificationConfirmSearchInfo></MessageBody>${HEADER}</XmlMsg>`;
const KEYS =
  "<LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg><Birthdate>19850505</Birthdate><InsuredIdentificationNumber>9001</InsuredIdentificationNumber><InsurerNumber>06139992</InsurerNumber>";

/** Requests about one person, for care of a kind. */
export const revisitVectors = (flag: "2" | "3" | "4"): readonly MessageVector<RevisitRequest>[] => [
  {
    title: "one person, body first, in Shift_JIS",
    encoding: "Shift_JIS",
    xml: message(`<MedicalTreatmentFlag>${flag}</MedicalTreatmentFlag>${KEYS}`),
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
          LimitApplicationCertificateRelatedConsFlg: "0",
          MedicalTreatmentFlag: flag,
        },
      },
    },
  },
  { title: "without the kind of care", encoding: "UTF-8", xml: message(KEYS), refused: "SIM-E-002" },
];
