import type { MessageVector } from "../message-kind.ts";
import type { SubsidyAnswer } from "./pmh-simsm01.ts";
import type { QualificationRequest } from "./siquc01.ts";

const requestXml = (payer: string): string =>
  `<XmlMsg><MessageHeader><QualificationConfirmationDate>20261121</QualificationConfirmationDate><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ArbitraryFileIdentifier>SIM000000101</ArbitraryFileIdentifier></MessageHeader><MessageBody><QualificationConfirmSearchInfo><InsurerNumber>${payer}</InsurerNumber><InsuredIdentificationNumber>9001</InsuredIdentificationNumber><Birthdate>19460505</Birthdate><LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo></MessageBody></XmlMsg>`;

const request: readonly MessageVector<QualificationRequest>[] = [
  {
    title: "by the keys of an insurance",
    encoding: "Shift_JIS",
    xml: requestXml("06139992"),
    record: {
      MessageHeader: {
        QualificationConfirmationDate: "20261121",
        MedicalInstitutionCode: "1319999015",
        ArbitraryFileIdentifier: "SIM000000101",
      },
      MessageBody: {
        QualificationConfirmSearchInfo: {
          InsurerNumber: "06139992",
          InsuredIdentificationNumber: "9001",
          Birthdate: "19460505",
          LimitApplicationCertificateRelatedConsFlg: "0",
        },
      },
    },
  },
  { title: "an insurer number of seven digits", encoding: "UTF-8", xml: requestXml("0613999"), refused: "SIM-E-003" },
];

const HEAD =
  "<ProcessExecutionTime>20261121091531</ProcessExecutionTime><MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";
const headRecord = (segment: string) => ({
  ProcessExecutionTime: "20261121091531",
  MedicalInstitutionCode: "1319999015",
  SegmentOfResult: segment,
  CharacterCodeIdentifier: "0",
});
const block = (refund: string): string =>
  `<MedicalSubsidy><MedicalSubsidyInsurerNumber>54139993</MedicalSubsidyInsurerNumber><MedicalSubsidyRecipientNumber>9000027</MedicalSubsidyRecipientNumber><CertificationName>特定医療費（指定難病）受給者証</CertificationName><Name>架空　長寿</Name><Birthdate>19460505</Birthdate><ValidFrom>20261001</ValidFrom><ValidTo>20270930</ValidTo><MaxCopaymentAmount>5000</MaxCopaymentAmount><CopaymentLimitManageFormCode>54</CopaymentLimitManageFormCode>${refund}<DesignatedMedicalInstitutions><MedicalInstitutionCode>1319999015</MedicalInstitutionCode></DesignatedMedicalInstitutions></MedicalSubsidy>`;
const list = (content: string): string =>
  `<XmlMsg><MessageHeader>${HEAD}<SegmentOfResult>1</SegmentOfResult><CharacterCodeIdentifier>0</CharacterCodeIdentifier></MessageHeader><MessageBody><ProcessingResultStatus>1</ProcessingResultStatus>${content}</MessageBody></XmlMsg>`;

const answer: readonly MessageVector<SubsidyAnswer>[] = [
  {
    title: "§8.12: one certificate with a designated facility",
    encoding: "UTF-8",
    xml: list(`<MedicalSubsidyList>${block("<IsAlwaysReimbursement>0</IsAlwaysReimbursement>")}</MedicalSubsidyList>`),
    record: {
      MessageHeader: headRecord("1"),
      MessageBody: {
        ProcessingResultStatus: "1",
        MedicalSubsidyList: {
          MedicalSubsidy: [
            {
              MedicalSubsidyInsurerNumber: "54139993",
              MedicalSubsidyRecipientNumber: "9000027",
              CertificationName: "特定医療費（指定難病）受給者証",
              Name: "架空　長寿",
              Birthdate: "19460505",
              ValidFrom: "20261001",
              ValidTo: "20270930",
              MaxCopaymentAmount: "5000",
              CopaymentLimitManageFormCode: "54",
              IsAlwaysReimbursement: "0",
              DesignatedMedicalInstitutions: [{ MedicalInstitutionCode: "1319999015" }],
            },
          ],
        },
      },
    },
  },
  {
    title: "nothing: no certificate, or no consent",
    encoding: "Shift_JIS",
    xml: list(""),
    record: { MessageHeader: headRecord("1"), MessageBody: { ProcessingResultStatus: "1" } },
  },
  {
    title: "PMH did not answer",
    encoding: "UTF-8",
    xml: `<XmlMsg><MessageBody/><MessageHeader>${HEAD}<ErrorCode>SIM-E-901</ErrorCode><SegmentOfResult>9</SegmentOfResult><CharacterCodeIdentifier>0</CharacterCodeIdentifier></MessageHeader></XmlMsg>`,
    record: { MessageHeader: { ...headRecord("9"), ErrorCode: "SIM-E-901" }, MessageBody: {} },
  },
  {
    title: "without the refund flag",
    encoding: "UTF-8",
    xml: list(`<MedicalSubsidyList>${block("")}</MedicalSubsidyList>`),
    refused: "SIM-E-002",
  },
];

/** Whole messages of `PMHsimsm01`, people invented. */
export const pmhSimsm01Vectors = { request, answer };
