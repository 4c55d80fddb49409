import type { MessageVector } from "../message-kind.ts";
import type { BulkReferenceAnswer } from "./muimm02.ts";
import { fetchVectors } from "./reception-vectors.ts";

const HEADER =
  "<MessageHeader><ReceptionNumber>2026112100000007</ReceptionNumber><SegmentOfResult>1</SegmentOfResult><NumberOfError>1</NumberOfError><NumberOfNormalProcessing>0</NumberOfNormalProcessing><NumberOfProcessingResult>1</NumberOfProcessingResult><CharacterCodeIdentifier>1</CharacterCodeIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ProcessExecutionTime>20261121190000</ProcessExecutionTime></MessageHeader>";

const answer: readonly MessageVector<BulkReferenceAnswer>[] = [
  {
    title: "one failure, in Shift_JIS, elements shuffled",
    encoding: "Shift_JIS",
    xml: `<XmlMsg>${HEADER}<MessageBody><BulkRegistrationUnit><ProcessingResultCode>SIM-P-201</ProcessingResultCode><ProcessingResultStatus>2</ProcessingResultStatus><ReferenceNumberRegistrationInfo><ReferenceNumber>00000404</ReferenceNumber></ReferenceNumberRegistrationInfo></BulkRegistrationUnit></MessageBody></XmlMsg>`,
    record: {
      MessageHeader: {
        ProcessExecutionTime: "20261121190000",
        MedicalInstitutionCode: "1319999015",
        ReceptionNumber: "2026112100000007",
        SegmentOfResult: "1",
        NumberOfProcessingResult: "1",
        NumberOfNormalProcessing: "0",
        NumberOfError: "1",
        CharacterCodeIdentifier: "1",
      },
      MessageBody: {
        BulkRegistrationUnit: [
          {
            ReferenceNumberRegistrationInfo: { ReferenceNumber: "00000404" },
            ProcessingResultStatus: "2",
            ProcessingResultCode: "SIM-P-201",
          },
        ],
      },
    },
  },
  {
    title: "a unit without status",
    encoding: "UTF-8",
    xml: `<XmlMsg>${HEADER}<MessageBody><BulkRegistrationUnit/></MessageBody></XmlMsg>`,
    refused: "SIM-E-002",
  },
];

/** Whole messages of `OQSmuimm02`, numbers invented. */
export const muimm02Vectors = { request: fetchVectors, answer };
