import type { MessageVector } from "../message-kind.ts";
import type { QualificationAnswer, QualificationRequest } from "./siquc01.ts";

const REQUEST_HEADER =
  "<QualificationConfirmationDate>20261121</QualificationConfirmationDate><MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";

const search = (insurer: string, rest: string): string =>
  `<QualificationConfirmSearchInfo><InsurerNumber>${insurer}</InsurerNumber>${rest}</QualificationConfirmSearchInfo>`;

const message = (header: string, body: string): string =>
  `<XmlMsg><MessageHeader>${header}</MessageHeader><MessageBody>${body}</MessageBody></XmlMsg>`;

const request: readonly MessageVector<QualificationRequest>[] = [
  {
    title: "six-digit insurer in Shift_JIS, shuffled, with an empty branch number",
    encoding: "Shift_JIS",
    xml: message(
      `<ArbitraryFileIdentifier>識別①</ArbitraryFileIdentifier>${REQUEST_HEADER}`,
      search(
        "  139998",
        "<Birthdate>20220909</Birthdate><InsuredBranchNumber></InsuredBranchNumber><InsuredCardSymbol>見国</InsuredCardSymbol><LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg><InsuredIdentificationNumber>0000005</InsuredIdentificationNumber>",
      ),
    ),
    record: {
      MessageHeader: {
        QualificationConfirmationDate: "20261121",
        MedicalInstitutionCode: "1319999015",
        ArbitraryFileIdentifier: "識別①",
      },
      MessageBody: {
        QualificationConfirmSearchInfo: {
          InsurerNumber: "  139998",
          InsuredCardSymbol: "見国",
          InsuredIdentificationNumber: "0000005",
          InsuredBranchNumber: "",
          Birthdate: "20220909",
          LimitApplicationCertificateRelatedConsFlg: "0",
        },
      },
    },
  },
  {
    title: "without a birth date",
    encoding: "UTF-8",
    xml: message(
      REQUEST_HEADER,
      search(
        "06139992",
        "<InsuredIdentificationNumber>9001</InsuredIdentificationNumber><LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>",
      ),
    ),
    refused: "SIM-E-002",
  },
  {
    title: "six-digit insurer without its blanks",
    encoding: "UTF-8",
    xml: message(
      REQUEST_HEADER,
      search(
        "139998",
        "<InsuredIdentificationNumber>9001</InsuredIdentificationNumber><Birthdate>20220909</Birthdate><LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>",
      ),
    ),
    refused: "SIM-E-003",
  },
];

const ANSWER_HEADER =
  "<ProcessExecutionTime>20261121100533</ProcessExecutionTime><CharacterCodeIdentifier>0</CharacterCodeIdentifier><SegmentOfResult>1</SegmentOfResult><QualificationConfirmationDate>20261121</QualificationConfirmationDate><ReferenceClassification>1</ReferenceClassification><MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";

const answerHeader = {
  ProcessExecutionTime: "20261121100533",
  QualificationConfirmationDate: "20261121",
  MedicalInstitutionCode: "1319999015",
  ReferenceClassification: "1",
  SegmentOfResult: "1",
  CharacterCodeIdentifier: "0",
};

const answer: readonly MessageVector<QualificationAnswer>[] = [
  {
    title: "nobody found: no result list",
    encoding: "UTF-8",
    xml: message(
      ANSWER_HEADER,
      "<ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>4</QualificationValidity>",
    ),
    record: { MessageHeader: answerHeader, MessageBody: { ProcessingResultStatus: "1", QualificationValidity: "4" } },
  },
  {
    title: "medical assistance at a facility that is not entrusted: the numbers are withheld, and so absent",
    encoding: "UTF-8",
    xml: message(
      ANSWER_HEADER,
      "<ResultList><ResultOfQualificationConfirmation><Sex1>2</Sex1><Birthdate>19700707</Birthdate><PublicExpenseResultList><MedicalTicketInfo><DesignatedMedicalInstitutionFlag>1</DesignatedMedicalInstitutionFlag></MedicalTicketInfo></PublicExpenseResultList><Name>仮名　福子</Name><InsuredCardClassification>A1</InsuredCardClassification><InsurerName>見本市福祉事務所</InsurerName></ResultOfQualificationConfirmation></ResultList><ProcessingResultStatus>1</ProcessingResultStatus><ProcessingResultCode>SIM-W-301</ProcessingResultCode><QualificationValidity>1</QualificationValidity>",
    ),
    record: {
      MessageHeader: answerHeader,
      MessageBody: {
        ProcessingResultStatus: "1",
        ProcessingResultCode: "SIM-W-301",
        QualificationValidity: "1",
        ResultList: {
          ResultOfQualificationConfirmation: [
            {
              InsuredCardClassification: "A1",
              Name: "仮名　福子",
              Sex1: "2",
              Birthdate: "19700707",
              InsurerName: "見本市福祉事務所",
              PublicExpenseResultList: { MedicalTicketInfo: [{ DesignatedMedicalInstitutionFlag: "1" }] },
            },
          ],
        },
      },
    },
  },
  {
    title: "a withheld insurer number sent empty",
    encoding: "UTF-8",
    xml: message(
      ANSWER_HEADER,
      "<ResultList><ResultOfQualificationConfirmation><InsuredCardClassification>A1</InsuredCardClassification><InsurerNumber/><Name>仮名　福子</Name><Sex1>2</Sex1><Birthdate>19700707</Birthdate><InsurerName>見本市福祉事務所</InsurerName></ResultOfQualificationConfirmation></ResultList>",
    ),
    refused: "SIM-E-003",
  },
];

/** Whole messages of `OQSsiquc01`, people invented (receipt-system-interface.md §5 has more). */
export const siquc01Vectors = { request, answer };
