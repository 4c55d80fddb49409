import type { MessageVector } from "../message-kind.ts";
import type { BulkInquiryAnswer } from "./muquc02.ts";
import { fetchVectors } from "./reception-vectors.ts";

const HEADER = (segment: string): string =>
  `<MessageHeader><SegmentOfResult>${segment}</SegmentOfResult><ReceptionNumber>2026112100000001</ReceptionNumber><CharacterCodeIdentifier>0</CharacterCodeIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ProcessExecutionTime>20261121180140</ProcessExecutionTime></MessageHeader>`;
const header = (segment: string) => ({
  ProcessExecutionTime: "20261121180140",
  MedicalInstitutionCode: "1319999015",
  ReceptionNumber: "2026112100000001",
  SegmentOfResult: segment,
  CharacterCodeIdentifier: "0",
});

const answer: readonly MessageVector<BulkInquiryAnswer>[] = [
  {
    title: "still working",
    encoding: "UTF-8",
    xml: `<XmlMsg>${HEADER("2")}<MessageBody/></XmlMsg>`,
    record: { MessageHeader: header("2"), MessageBody: { BulkConfirmUnit: [] } },
  },
  {
    title: "one lost, one error, elements shuffled",
    encoding: "UTF-8",
    xml: `<XmlMsg><MessageBody><BulkConfirmUnit><QualificationValidity>4</QualificationValidity><ProcessingResultStatus>1</ProcessingResultStatus></BulkConfirmUnit><BulkConfirmUnit><ProcessingResultCode>SIM-P-104</ProcessingResultCode><ProcessingResultStatus>2</ProcessingResultStatus><QualificationConfirmSearchInfo><InsurerNumber>06139992</InsurerNumber></QualificationConfirmSearchInfo></BulkConfirmUnit></MessageBody>${HEADER("1")}</XmlMsg>`,
    record: {
      MessageHeader: header("1"),
      MessageBody: {
        BulkConfirmUnit: [
          { ProcessingResultStatus: "1", QualificationValidity: "4" },
          {
            QualificationConfirmSearchInfo: { InsurerNumber: "06139992" },
            ProcessingResultStatus: "2",
            ProcessingResultCode: "SIM-P-104",
          },
        ],
      },
    },
  },
  {
    title: "a validity that does not exist",
    encoding: "UTF-8",
    xml: `<XmlMsg>${HEADER("1")}<MessageBody><BulkConfirmUnit><ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>7</QualificationValidity></BulkConfirmUnit></MessageBody></XmlMsg>`,
    refused: "SIM-E-004",
  },
];

/** Whole messages of `OQSmuquc02`, people invented. */
export const muquc02Vectors = { request: fetchVectors, answer };
