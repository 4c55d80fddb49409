import { REFERENCE, SEGMENT_OF_RESULT } from "../code-lists.ts";
import { elements, group, optional, optionalGroup, type RecordIn, repeated, required } from "../element-table.ts";
import { C, D8, INSURER_NUMBER, N, T14, W, X } from "../format.ts";
import type { Failure, MessageKind } from "../message-kind.ts";
import { qualificationResult } from "./qualification-result.ts";
import { siquc01Vectors } from "./siquc01-vectors.ts";

const NO_DAY = ["", "20261131", "2026-11-21"];
const NO_FACILITY = ["", "131999901", "131999901X"];
const TOO_LONG = ["1".repeat(51)];
const NO_TIME = ["", "20261121090560"];

/** `QualificationConfirmSearchInfo` 資格確認照会用情報 (receipt-system-interface.md §2.2); lengths of identifiers are ours (§8.16). */
export const searchInfo = elements({
  InsurerNumber: required("保険者番号", INSURER_NUMBER, ["06139992", "  139998"], ["", "139998", "0613999X"]),
  InsuredCardSymbol: optional("被保険者証記号", X(20), ["", "12-34", "見国"], ["1".repeat(21)]),
  InsuredIdentificationNumber: required("被保険者証番号", X(20), ["9001", "0000005"], ["", "1".repeat(21)]),
  InsuredBranchNumber: optional("枝番", N(2), ["", "00", "01"], ["1", "001"]),
  Birthdate: required("生年月日", D8, ["19850505"], NO_DAY),
  LimitApplicationCertificateRelatedConsFlg: required(
    "限度額適用認定証提供同意フラグ",
    C("001"),
    ["0", "1"],
    ["", "2"],
  ),
  ArbitraryIdentifier: optional("任意の識別子", X(50), ["", "00000101_1"], TOO_LONG),
});

const request = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      QualificationConfirmationDate: required("資格確認日", D8, ["20261121"], NO_DAY),
      MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], NO_FACILITY),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "SIM000000101"], TOO_LONG),
    }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({ QualificationConfirmSearchInfo: group("資格確認照会用情報", searchInfo) }),
  ),
});

/**
 * Rows 10 to 17 of §2.3. `ProcessingResultStatus` is there whenever a person was looked for; a file that failed as a whole
 * has an empty body (§8.24, ours), so the table cannot require it.
 */
const answerBody = elements({
  QualificationConfirmSearchInfo: optionalGroup("資格確認照会用情報", searchInfo),
  PrescriptionIssueSelect: optional("処方箋発行形態", C("017"), ["1", "2"], ["0", "3"]),
  ProcessingResultStatus: optional("処理結果状況", C("004"), ["1", "2"], ["0", "9"]),
  ProcessingResultCode: optional("処理結果コード", X(30), ["SIM-W-303"], ["1".repeat(31)]), // length ours
  ProcessingResultMessage: optional(
    "処理結果メッセージ",
    W(100),
    ["【模擬】証明書の有効期限まで３か月以内です。"],
    ["half"],
  ),
  QualificationValidity: optional("資格有効性", C("006"), ["1", "2", "3", "4", "5", "6"], ["0", "7"]),
  ResultList: optionalGroup(
    "資格確認結果リスト",
    elements({ ResultOfQualificationConfirmation: repeated("資格確認結果", 10, qualificationResult) }),
  ),
});

const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ProcessExecutionTime: required("処理実行日時", T14, ["20261121090512"], NO_TIME),
      QualificationConfirmationDate: required("資格確認日", D8, ["20261121"], NO_DAY),
      MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], NO_FACILITY),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "U0lNLTAwMDAwMDM="], TOO_LONG),
      ReferenceClassification: required("照会区分", C("002"), ["1", "2"], ["", "3"]),
      SegmentOfResult: required("処理結果区分", C("003"), ["1", "2", "9"], ["", "3"]),
      ErrorCode: optional("エラーコード", X(30), ["SIM-E-901"], ["1".repeat(31)]), // length ours
      ErrorMessage: optional("エラーメッセージ", W(100), ["【模擬】中央側が応答しません。"], ["no answer"]),
      CharacterCodeIdentifier: required("文字コード識別", C("005"), ["0", "1"], ["", "2"]),
    }),
  ),
  MessageBody: group("メッセージボディー", answerBody),
});

/** A request of `OQSsiquc01`. */
export type QualificationRequest = RecordIn<typeof request>;
/** A result of `OQSsiquc01`, asked for or made by a check-in at the reader. */
export type QualificationAnswer = RecordIn<typeof answer>;
/** One scheme of one person in a result. */
export type QualificationResult = RecordIn<typeof qualificationResult>;

/** The answer that tells of a failure of the whole message, whoever was asked about (§2.3 rows 6 to 8). */
export function qualificationFailure(
  { code, text, at, facility }: Failure,
  { MessageHeader }: Pick<QualificationRequest, "MessageHeader">,
): QualificationAnswer {
  return {
    MessageHeader: {
      ProcessExecutionTime: at,
      QualificationConfirmationDate: MessageHeader.QualificationConfirmationDate,
      MedicalInstitutionCode: facility,
      ...(MessageHeader.ArbitraryFileIdentifier === undefined
        ? {}
        : { ArbitraryFileIdentifier: MessageHeader.ArbitraryFileIdentifier }),
      ReferenceClassification: REFERENCE.insuranceNumber,
      SegmentOfResult: SEGMENT_OF_RESULT.failed,
      ErrorCode: code,
      ErrorMessage: text,
      CharacterCodeIdentifier: "0",
    },
    MessageBody: {},
  };
}

/** `OQSsiquc01` (IF-001 and IF-002): eligibility of one person; the result also serves check-ins at the reader. */
export const siquc01: MessageKind<QualificationRequest, QualificationAnswer> = {
  code: "OQSsiquc01",
  title: { ja: "資格確認", en: "Eligibility of one person" },
  source: "receipt-system-interface.md §2.2–§2.5",
  request,
  answer,
  failure: qualificationFailure,
  characterCode: (value) => ({ CharacterCodeIdentifier: value }),
  vectors: siquc01Vectors,
};
