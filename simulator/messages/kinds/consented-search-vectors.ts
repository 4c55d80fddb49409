import type { MessageVector } from "../message-kind.ts";
import type { HomeVisitRequest, OnlineVisitRequest } from "./consented-search.ts";

const message = (search: string): string =>
  `<XmlMsg><MessageHeader><ArbitraryFileIdentifier>SIMVISIT0001</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode></MessageHeader><MessageBody><QualificationConfirmSearchInfo>${search}</QualificationConfirmSearchInfo></MessageBody></XmlMsg>`;
const header = { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "SIMVISIT0001" };
const days = (kind: "Consent" | "Examination", from: string, to: string): string =>
  `<${kind}DateTo>${to}</${kind}DateTo><${kind}DateFrom>${from}</${kind}DateFrom>`;
const flag = (value: string): string => `<MedicalTreatmentFlag>${value}</MedicalTreatmentFlag>`;

/** Requests of `OQSmuhvq01`. */
export const homeVisitVectors: readonly MessageVector<HomeVisitRequest>[] = [
  {
    title: "everyone who consented in November, last day first, in Shift_JIS",
    encoding: "Shift_JIS",
    xml: message(flag("2") + days("Consent", "20261101", "20261130")),
    record: {
      MessageHeader: header,
      MessageBody: {
        QualificationConfirmSearchInfo: {
          ConsentDateFrom: "20261101",
          ConsentDateTo: "20261130",
          MedicalTreatmentFlag: "2",
        },
      },
    },
  },
  { title: "without consent days", encoding: "UTF-8", xml: message(flag("2")), refused: "SIM-E-002" },
  {
    title: "the thirty-first of November",
    encoding: "UTF-8",
    xml: message(flag("2") + days("Consent", "20261101", "20261131")),
    refused: "SIM-E-004",
  },
];

/** Requests of `OQSmuonq01`. */
export const onlineVisitVectors: readonly MessageVector<OnlineVisitRequest>[] = [
  {
    title: "by the day of examination",
    encoding: "UTF-8",
    xml: message(days("Examination", "20261121", "20261121") + flag("3")),
    record: {
      MessageHeader: header,
      MessageBody: {
        QualificationConfirmSearchInfo: {
          ExaminationDateFrom: "20261121",
          ExaminationDateTo: "20261121",
          MedicalTreatmentFlag: "3",
        },
      },
    },
  },
  {
    title: "by consent days, with an empty examination day",
    encoding: "Shift_JIS",
    xml: message(`${days("Consent", "20261101", "20261130")}<ExaminationDateFrom/>${flag("3")}`),
    record: {
      MessageHeader: header,
      MessageBody: {
        QualificationConfirmSearchInfo: {
          ConsentDateFrom: "20261101",
          ConsentDateTo: "20261130",
          ExaminationDateFrom: "",
          MedicalTreatmentFlag: "3",
        },
      },
    },
  },
  {
    title: "a kind of care that does not exist",
    encoding: "UTF-8",
    xml: message(days("Consent", "20261101", "20261130") + flag("9")),
    refused: "SIM-E-004",
  },
];
