import type { MessageVector } from "../message-kind.ts";
import type { FetchRequest, ReceptionAnswer } from "./bulk-parts.ts";

const message = (header: string, body: string): string =>
  `<XmlMsg><MessageHeader>${header}</MessageHeader><MessageBody>${body}</MessageBody></XmlMsg>`;
const FACILITY = "<MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";

/** Answers to the first step of any bulk job. */
export const receptionVectors: readonly MessageVector<ReceptionAnswer>[] = [
  {
    title: "accepted, elements shuffled",
    encoding: "Shift_JIS",
    xml: message(
      `<CharacterCodeIdentifier>1</CharacterCodeIdentifier><SegmentOfResult>1</SegmentOfResult>${FACILITY}<ProcessExecutionTime>20261121180003</ProcessExecutionTime>`,
      "<ReceptionDateTime>20261121180003</ReceptionDateTime><ReceptionNumber>2026112100000001</ReceptionNumber>",
    ),
    record: {
      MessageHeader: {
        ProcessExecutionTime: "20261121180003",
        MedicalInstitutionCode: "1319999015",
        SegmentOfResult: "1",
        CharacterCodeIdentifier: "1",
      },
      MessageBody: { ReceptionNumber: "2026112100000001", ReceptionDateTime: "20261121180003" },
    },
  },
  {
    title: "too many people: the file fails, its body is empty",
    encoding: "UTF-8",
    xml: message(
      `<ProcessExecutionTime>20261121180003</ProcessExecutionTime>${FACILITY}<SegmentOfResult>9</SegmentOfResult><ErrorCode>SIM-E-006</ErrorCode><ErrorMessage>【模擬】件数が上限を超えています。</ErrorMessage><CharacterCodeIdentifier>0</CharacterCodeIdentifier>`,
      "",
    ),
    record: {
      MessageHeader: {
        ProcessExecutionTime: "20261121180003",
        MedicalInstitutionCode: "1319999015",
        SegmentOfResult: "9",
        ErrorCode: "SIM-E-006",
        ErrorMessage: "【模擬】件数が上限を超えています。",
        CharacterCodeIdentifier: "0",
      },
      MessageBody: {},
    },
  },
  {
    title: "a reception number of fifteen digits",
    encoding: "UTF-8",
    xml: message(
      `<ProcessExecutionTime>20261121180003</ProcessExecutionTime>${FACILITY}<SegmentOfResult>1</SegmentOfResult><CharacterCodeIdentifier>0</CharacterCodeIdentifier>`,
      "<ReceptionNumber>202611210000001</ReceptionNumber>",
    ),
    refused: "SIM-E-003",
  },
];

/** Second steps of any bulk job. */
export const fetchVectors: readonly MessageVector<FetchRequest>[] = [
  {
    title: "a fetch with a tag, in Shift_JIS",
    encoding: "Shift_JIS",
    xml: message(
      `<ArbitraryFileIdentifier>取得①</ArbitraryFileIdentifier>${FACILITY}`,
      "<ReceptionNumber>2026112100000001</ReceptionNumber>",
    ),
    record: {
      MessageHeader: { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "取得①" },
      MessageBody: { ReceptionNumber: "2026112100000001" },
    },
  },
  {
    title: "a fetch without a reception number",
    encoding: "UTF-8",
    xml: message(FACILITY, ""),
    refused: "SIM-E-002",
  },
];
