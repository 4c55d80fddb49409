import type { MessageVector } from "../message-kind.ts";
import type { BulkInquiryRequest } from "./muquc01.ts";
import { receptionVectors } from "./reception-vectors.ts";

const HEADER =
  "<MessageHeader><ArbitraryFileIdentifier>SIMBULK00001</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><QualificationConfirmationDate>20261122</QualificationConfirmationDate></MessageHeader>";
const row = (rest: string): string => `<QualificationConfirmSearchInfo>${rest}</QualificationConfirmSearchInfo>`;

const request: readonly MessageVector<BulkInquiryRequest>[] = [
  {
    title: "a family in Shift_JIS and a row without birth date: the file is accepted all the same",
    encoding: "Shift_JIS",
    xml: `<XmlMsg>${HEADER}<MessageBody>${row(
      "<Birthdate>19540303</Birthdate><InsurerNumber>  139998</InsurerNumber><InsuredCardSymbol>見国</InsuredCardSymbol><InsuredIdentificationNumber>0000005</InsuredIdentificationNumber><ArbitraryIdentifier>00000106_1</ArbitraryIdentifier>",
    )}${row("<InsurerNumber>06139992</InsurerNumber><InsuredIdentificationNumber>9001</InsuredIdentificationNumber>")}</MessageBody></XmlMsg>`,
    record: {
      MessageHeader: {
        QualificationConfirmationDate: "20261122",
        MedicalInstitutionCode: "1319999015",
        ArbitraryFileIdentifier: "SIMBULK00001",
      },
      MessageBody: {
        QualificationConfirmSearchInfo: [
          {
            InsurerNumber: "  139998",
            InsuredCardSymbol: "見国",
            InsuredIdentificationNumber: "0000005",
            Birthdate: "19540303",
            ArbitraryIdentifier: "00000106_1",
          },
          { InsurerNumber: "06139992", InsuredIdentificationNumber: "9001" },
        ],
      },
    },
  },
  {
    title: "without a planned day",
    encoding: "UTF-8",
    xml: "<XmlMsg><MessageHeader><MedicalInstitutionCode>1319999015</MedicalInstitutionCode></MessageHeader><MessageBody/></XmlMsg>",
    refused: "SIM-E-002",
  },
];

/** Whole messages of `OQSmuquc01`, people invented. */
export const muquc01Vectors = { request, answer: receptionVectors };
