import type { MessageVector } from "../message-kind.ts";
import type { PulledPeople } from "./pulled-people.ts";
import { fetchVectors } from "./reception-vectors.ts";

const header = (segment: string, counts = ""): string =>
  `<MessageHeader><ProcessExecutionTime>20261121173130</ProcessExecutionTime><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ArbitraryFileIdentifier>20261121173000123SIM</ArbitraryFileIdentifier><ReceptionNumber>2026112100000009</ReceptionNumber><SegmentOfResult>${segment}</SegmentOfResult>${counts}<CharacterCodeIdentifier>0</CharacterCodeIdentifier></MessageHeader>`;
const COUNTS =
  "<NumberOfProcessingResult>2</NumberOfProcessingResult><NumberOfNormalProcessing>2</NumberOfNormalProcessing><NumberOfError>0</NumberOfError>";
const headerRecord = (segment: string) => ({
  ProcessExecutionTime: "20261121173130",
  MedicalInstitutionCode: "1319999015",
  ArbitraryFileIdentifier: "20261121173000123SIM",
  ReceptionNumber: "2026112100000009",
  SegmentOfResult: segment,
  CharacterCodeIdentifier: "0",
});
const person = (rest: string): string =>
  `<ResultOfQualificationConfirmation><InsuredCardClassification>A1</InsuredCardClassification><InsurerNumber>12139994</InsurerNumber>${rest}<InsurerName>見本市福祉事務所</InsurerName></ResultOfQualificationConfirmation>`;

const answer: readonly MessageVector<PulledPeople>[] = [
  {
    title: "still working",
    encoding: "UTF-8",
    xml: `<XmlMsg>${header("2")}<MessageBody/></XmlMsg>`,
    record: { MessageHeader: headerRecord("2"), MessageBody: { BulkConfirmUnit: [] } },
  },
  {
    title: "§5.17, shortened: a ticket with a reference number, and somebody without a ticket",
    encoding: "UTF-8",
    xml: `<XmlMsg>${header("1", COUNTS)}<MessageBody><BulkConfirmUnit><ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>1</QualificationValidity>${person(
      "<InsuredIdentificationNumber>9000019</InsuredIdentificationNumber><Name>仮名　福子</Name><Sex1>2</Sex1><Birthdate>19700707</Birthdate><PublicExpenseResultList><MedicalTicketInfo><TicketType>01</TicketType><IssueNumber>9000124</IssueNumber><MedicalTreatmentMonth>202611</MedicalTreatmentMonth></MedicalTicketInfo></PublicExpenseResultList>",
    )}<ReferenceNumber>00000501</ReferenceNumber></BulkConfirmUnit><BulkConfirmUnit><ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>6</QualificationValidity>${person(
      "<InsuredIdentificationNumber>9000043</InsuredIdentificationNumber><Name>併用　四郎</Name><Sex1>1</Sex1><Birthdate>19770104</Birthdate>",
    )}</BulkConfirmUnit></MessageBody></XmlMsg>`,
    record: {
      MessageHeader: {
        ...headerRecord("1"),
        NumberOfProcessingResult: "2",
        NumberOfNormalProcessing: "2",
        NumberOfError: "0",
      },
      MessageBody: {
        BulkConfirmUnit: [
          {
            ProcessingResultStatus: "1",
            QualificationValidity: "1",
            ResultOfQualificationConfirmation: [
              {
                InsuredCardClassification: "A1",
                InsurerNumber: "12139994",
                InsuredIdentificationNumber: "9000019",
                Name: "仮名　福子",
                Sex1: "2",
                Birthdate: "19700707",
                PublicExpenseResultList: {
                  MedicalTicketInfo: [{ TicketType: "01", IssueNumber: "9000124", MedicalTreatmentMonth: "202611" }],
                },
                InsurerName: "見本市福祉事務所",
              },
            ],
            ReferenceNumber: "00000501",
          },
          {
            ProcessingResultStatus: "1",
            QualificationValidity: "6",
            ResultOfQualificationConfirmation: [
              {
                InsuredCardClassification: "A1",
                InsurerNumber: "12139994",
                InsuredIdentificationNumber: "9000043",
                Name: "併用　四郎",
                Sex1: "1",
                Birthdate: "19770104",
                InsurerName: "見本市福祉事務所",
              },
            ],
          },
        ],
      },
    },
  },
  {
    title: "a person without a status",
    encoding: "UTF-8",
    xml: `<XmlMsg>${header("1")}<MessageBody><BulkConfirmUnit><QualificationValidity>1</QualificationValidity></BulkConfirmUnit></MessageBody></XmlMsg>`,
    refused: "SIM-E-002",
  },
];

/** Whole messages of `OQSmutic02`, people invented. */
export const mutic02Vectors = { request: fetchVectors, answer };
