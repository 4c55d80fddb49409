import type { MessageVector } from "../message-kind.ts";
import type { PulledPeople } from "./pulled-people.ts";

const HEADER =
  "<MessageHeader><ReceptionNumber>2026112100000012</ReceptionNumber><SegmentOfResult>1</SegmentOfResult><NumberOfError>0</NumberOfError><NumberOfNormalProcessing>1</NumberOfNormalProcessing><NumberOfProcessingResult>1</NumberOfProcessingResult><CharacterCodeIdentifier>0</CharacterCodeIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ProcessExecutionTime>20261121180140</ProcessExecutionTime></MessageHeader>";
const header = {
  ProcessExecutionTime: "20261121180140",
  MedicalInstitutionCode: "1319999015",
  ReceptionNumber: "2026112100000012",
  SegmentOfResult: "1",
  NumberOfProcessingResult: "1",
  NumberOfNormalProcessing: "1",
  NumberOfError: "0",
  CharacterCodeIdentifier: "0",
};
const unit = (consent: string): string =>
  `<XmlMsg>${HEADER}<MessageBody><BulkConfirmUnit><ResultOfQualificationConfirmation><PharmacistsInfoConsFlg>${consent}</PharmacistsInfoConsFlg><Name>在宅　八重</Name><Sex1>2</Sex1><Birthdate>19400101</Birthdate><InsurerName>架空県後期高齢者医療広域連合</InsurerName><InsuredCardClassification>01</InsuredCardClassification><InsurerNumber>39139993</InsurerNumber></ResultOfQualificationConfirmation><QualificationValidity>1</QualificationValidity><ProcessingResultStatus>1</ProcessingResultStatus><ReferenceNumber>00000801</ReferenceNumber></BulkConfirmUnit></MessageBody></XmlMsg>`;

/** Results of `OQSmuhvq02` and `OQSmuonq02`; the person is invented. */
export const consentedPeopleVectors: readonly MessageVector<PulledPeople>[] = [
  {
    title: "one person whose consent has ended (flag 2), elements shuffled",
    encoding: "UTF-8",
    xml: unit("2"),
    record: {
      MessageHeader: header,
      MessageBody: {
        BulkConfirmUnit: [
          {
            ProcessingResultStatus: "1",
            QualificationValidity: "1",
            ResultOfQualificationConfirmation: [
              {
                InsuredCardClassification: "01",
                InsurerNumber: "39139993",
                Name: "在宅　八重",
                Sex1: "2",
                Birthdate: "19400101",
                InsurerName: "架空県後期高齢者医療広域連合",
                PharmacistsInfoConsFlg: "2",
              },
            ],
            ReferenceNumber: "00000801",
          },
        ],
      },
    },
  },
  { title: "a consent flag that does not exist", encoding: "UTF-8", xml: unit("7"), refused: "SIM-E-004" },
];
