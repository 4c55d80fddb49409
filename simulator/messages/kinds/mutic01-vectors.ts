import type { MessageVector } from "../message-kind.ts";
import type { TicketPullRequest } from "./mutic01.ts";
import { receptionVectors } from "./reception-vectors.ts";

const requestXml = (body: string): string =>
  `<XmlMsg>\r\n  <MessageHeader>\r\n    <MedicalInstitutionCode>1319999015</MedicalInstitutionCode>\r\n    <ArbitraryFileIdentifier>20261121173000123SIM</ArbitraryFileIdentifier>\r\n  </MessageHeader>\r\n  <MessageBody>\r\n    <QualificationConfirmSearchInfo>${body}</QualificationConfirmSearchInfo>\r\n  </MessageBody>\r\n</XmlMsg>`;

const request: readonly MessageVector<TicketPullRequest>[] = [
  {
    title: "§5.16: November 2026, in Shift_JIS with CRLF",
    encoding: "Shift_JIS",
    xml: requestXml("<MedicalTreatmentMonth>202611</MedicalTreatmentMonth>"),
    record: {
      MessageHeader: { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "20261121173000123SIM" },
      MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: "202611" } },
    },
  },
  {
    title: "a person's number beside the month is an unknown element and read over",
    encoding: "UTF-8",
    xml: requestXml("<InsurerNumber>12139994</InsurerNumber><MedicalTreatmentMonth>202611</MedicalTreatmentMonth>"),
    record: {
      MessageHeader: { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "20261121173000123SIM" },
      MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: "202611" } },
    },
  },
  { title: "without a month", encoding: "UTF-8", xml: requestXml(""), refused: "SIM-E-002" },
  {
    title: "a day in place of a month",
    encoding: "UTF-8",
    xml: requestXml("<MedicalTreatmentMonth>20261101</MedicalTreatmentMonth>"),
    refused: "SIM-E-003",
  },
];

/** Whole messages of `OQSmutic01`. */
export const mutic01Vectors = { request, answer: receptionVectors };
