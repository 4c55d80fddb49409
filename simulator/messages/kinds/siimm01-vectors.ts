import type { MessageVector } from "../message-kind.ts";
import type { ReferenceAnswer, ReferenceRequest } from "./siimm01.ts";

const message = (header: string, body: string): string =>
  `<XmlMsg><MessageHeader>${header}</MessageHeader><MessageBody>${body}</MessageBody></XmlMsg>`;
const HEADER =
  "<ArbitraryFileIdentifier>SIMREF000009</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";
const info = (rest: string): string => `<ReferenceNumberRegistrationInfo>${rest}</ReferenceNumberRegistrationInfo>`;

const request: readonly MessageVector<ReferenceRequest>[] = [
  {
    title: "a recipient of 医療扶助 in Shift_JIS, elements shuffled, empty symbol",
    encoding: "Shift_JIS",
    xml: message(
      HEADER,
      info(
        "<InsuredIdentificationNumber>9000019</InsuredIdentificationNumber><InsuredCardSymbol></InsuredCardSymbol><ReferenceNumber>カルテ０９</ReferenceNumber><InsurerNumber>12139994</InsurerNumber>",
      ),
    ),
    record: {
      MessageHeader: { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "SIMREF000009" },
      MessageBody: {
        ReferenceNumberRegistrationInfo: {
          ReferenceNumber: "カルテ０９",
          InsurerNumber: "12139994",
          InsuredCardSymbol: "",
          InsuredIdentificationNumber: "9000019",
        },
      },
    },
  },
  {
    title: "a reference number of 51 characters",
    encoding: "UTF-8",
    xml: message(
      HEADER,
      info(
        `<ReferenceNumber>${"1".repeat(51)}</ReferenceNumber><InsurerNumber>06139992</InsurerNumber><InsuredIdentificationNumber>9001</InsuredIdentificationNumber>`,
      ),
    ),
    refused: "SIM-E-003",
  },
  {
    title: "without a reference number",
    encoding: "UTF-8",
    xml: message(
      HEADER,
      info("<InsurerNumber>06139992</InsurerNumber><InsuredIdentificationNumber>9001</InsuredIdentificationNumber>"),
    ),
    refused: "SIM-E-002",
  },
];

const answer: readonly MessageVector<ReferenceAnswer>[] = [
  {
    title: "the number stands for somebody else, body before header",
    encoding: "UTF-8",
    xml: `<XmlMsg><MessageBody><ProcessingResultMessage>【模擬】照会番号が重複しています。</ProcessingResultMessage><ProcessingResultCode>SIM-P-202</ProcessingResultCode><ProcessingResultStatus>2</ProcessingResultStatus></MessageBody><MessageHeader><CharacterCodeIdentifier>0</CharacterCodeIdentifier><SegmentOfResult>1</SegmentOfResult><ProcessExecutionTime>20261121101502</ProcessExecutionTime><MedicalInstitutionCode>1319999015</MedicalInstitutionCode></MessageHeader></XmlMsg>`,
    record: {
      MessageHeader: {
        ProcessExecutionTime: "20261121101502",
        MedicalInstitutionCode: "1319999015",
        SegmentOfResult: "1",
        CharacterCodeIdentifier: "0",
      },
      MessageBody: {
        ProcessingResultStatus: "2",
        ProcessingResultCode: "SIM-P-202",
        ProcessingResultMessage: "【模擬】照会番号が重複しています。",
      },
    },
  },
  {
    title: "without a segment",
    encoding: "UTF-8",
    xml: message(
      "<ProcessExecutionTime>20261121101502</ProcessExecutionTime><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><CharacterCodeIdentifier>0</CharacterCodeIdentifier>",
      "",
    ),
    refused: "SIM-E-002",
  },
];

/** Whole messages of `OQSsiimm01`, numbers invented. */
export const siimm01Vectors = { request, answer };
