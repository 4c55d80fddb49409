import type { MessageVector } from "../message-kind.ts";
import type { CheckupInformationAnswer, CheckupInformationRequest } from "./tkk-siquc01.ts";

const requestXml = (category: string): string =>
  `<XmlMsg><MessageBody><FileCategory>${category}</FileCategory></MessageBody><MessageHeader><ArbitraryFileIdentifier>00000304</ArbitraryFileIdentifier><BranchNumber>01</BranchNumber><InsuredPersonIdentificationNumber>0000005</InsuredPersonIdentificationNumber><InsuranceCardSymbol>12-34</InsuranceCardSymbol><InsurerNumber>06139992</InsurerNumber><MedicalInstitutionCode>1319999015</MedicalInstitutionCode></MessageHeader></XmlMsg>`;

const request: readonly MessageVector<CheckupInformationRequest>[] = [
  {
    title: "body before header, everything in reverse, no optional code",
    encoding: "Shift_JIS",
    xml: requestXml("2"),
    record: {
      MessageHeader: {
        MedicalInstitutionCode: "1319999015",
        InsurerNumber: "06139992",
        InsuranceCardSymbol: "12-34",
        InsuredPersonIdentificationNumber: "0000005",
        BranchNumber: "01",
        ArbitraryFileIdentifier: "00000304",
      },
      MessageBody: { FileCategory: "2" },
    },
  },
  { title: "a category of drugs", encoding: "UTF-8", xml: requestXml("4"), refused: "SIM-E-004" },
];

const answer: readonly MessageVector<CheckupInformationAnswer>[] = [
  {
    title: "two check-ups, one without results; a coded value with its name",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageHeader><ResultCode>1</ResultCode><QualificationsInfo><Birthday>19760505</Birthday><Name>架空　花子</Name></QualificationsInfo></MessageHeader><MessageBody><SpecificHealthCheckupInfo><HealthCheckupResultAndQuestionInfos><HealthCheckupResultAndQuestionInfo><DataValueName>（－）</DataValueName><Oid>1.2.392.200119.6.2101</Oid><DataType>CD</DataType><DataValue>1</DataValue><ItemCode>1A020000000191111</ItemCode></HealthCheckupResultAndQuestionInfo></HealthCheckupResultAndQuestionInfos><EffectiveTime>20260610</EffectiveTime></SpecificHealthCheckupInfo><SpecificHealthCheckupInfo><EffectiveTime>20250611</EffectiveTime></SpecificHealthCheckupInfo></MessageBody></XmlMsg>",
    record: {
      MessageHeader: { ResultCode: "1", QualificationsInfo: { Name: "架空　花子", Birthday: "19760505" } },
      MessageBody: {
        SpecificHealthCheckupInfo: [
          {
            EffectiveTime: "20260610",
            HealthCheckupResultAndQuestionInfos: {
              HealthCheckupResultAndQuestionInfo: [
                {
                  ItemCode: "1A020000000191111",
                  DataType: "CD",
                  DataValue: "1",
                  Oid: "1.2.392.200119.6.2101",
                  DataValueName: "（－）",
                },
              ],
            },
          },
          { EffectiveTime: "20250611" },
        ],
      },
    },
  },
  {
    title: "there is none",
    encoding: "Shift_JIS",
    xml: "<XmlMsg><MessageHeader><ResultCode>1</ResultCode></MessageHeader><MessageBody/></XmlMsg>",
    record: { MessageHeader: { ResultCode: "1" }, MessageBody: { SpecificHealthCheckupInfo: [] } },
  },
  {
    title: "no consent",
    encoding: "Shift_JIS",
    xml: "<XmlMsg><MessageHeader><ResultCode>2</ResultCode><MessageContents>【模擬】閲覧の同意がありません。</MessageContents></MessageHeader><MessageBody/></XmlMsg>",
    record: {
      MessageHeader: { ResultCode: "2", MessageContents: "【模擬】閲覧の同意がありません。" },
      MessageBody: { SpecificHealthCheckupInfo: [] },
    },
  },
  {
    title: "a result without its code",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageHeader><ResultCode>1</ResultCode></MessageHeader><MessageBody><SpecificHealthCheckupInfo><EffectiveTime>20260610</EffectiveTime><HealthCheckupResultAndQuestionInfos><HealthCheckupResultAndQuestionInfo><DataValue>1</DataValue></HealthCheckupResultAndQuestionInfo></HealthCheckupResultAndQuestionInfos></SpecificHealthCheckupInfo></MessageBody></XmlMsg>",
    refused: "SIM-E-002",
  },
];

/** Whole messages of `TKKsiquc01`, people invented. */
export const tkkSiquc01Vectors = { request, answer };
