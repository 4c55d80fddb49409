import type { MessageVector } from "../message-kind.ts";
import type { BulkReferenceRequest } from "./muimm01.ts";
import { receptionVectors } from "./reception-vectors.ts";

const HEADER =
  "<MessageHeader><MedicalInstitutionCode>1319999015</MedicalInstitutionCode><ArbitraryFileIdentifier>SIMREFBULK01</ArbitraryFileIdentifier></MessageHeader>";
const row = (rest: string): string => `<ReferenceNumberRegistrationInfo>${rest}</ReferenceNumberRegistrationInfo>`;

const request: readonly MessageVector<BulkReferenceRequest>[] = [
  {
    title: "a good row and one without insured number: the file is accepted all the same",
    encoding: "Shift_JIS",
    xml: `<XmlMsg>${HEADER}<MessageBody>${row(
      "<ReferenceNumber>00000303</ReferenceNumber><InsurerNumber>39139993</InsurerNumber><InsuredIdentificationNumber>99900012</InsuredIdentificationNumber>",
    )}${row("<ReferenceNumber>00000404</ReferenceNumber><InsurerNumber>  139998</InsurerNumber>")}</MessageBody></XmlMsg>`,
    record: {
      MessageHeader: { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "SIMREFBULK01" },
      MessageBody: {
        ReferenceNumberRegistrationInfo: [
          { ReferenceNumber: "00000303", InsurerNumber: "39139993", InsuredIdentificationNumber: "99900012" },
          { ReferenceNumber: "00000404", InsurerNumber: "  139998" },
        ],
      },
    },
  },
  {
    title: "a reference number twice in one row",
    encoding: "UTF-8",
    xml: `<XmlMsg>${HEADER}<MessageBody>${row(
      "<ReferenceNumber>1</ReferenceNumber><ReferenceNumber>2</ReferenceNumber>",
    )}</MessageBody></XmlMsg>`,
    refused: "SIM-E-001",
  },
];

/** Whole messages of `OQSmuimm01`, numbers invented. */
export const muimm01Vectors = { request, answer: receptionVectors };
