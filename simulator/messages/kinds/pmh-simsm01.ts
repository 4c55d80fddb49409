import { PROCESSING_STATUS, SEGMENT_OF_RESULT } from "../code-lists.ts";
import { elements, group, optional, optionalGroup, type RecordIn, repeated, required } from "../element-table.ts";
import { AMOUNT, C, D8, N, T14, W, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { pmhSimsm01Vectors } from "./pmh-simsm01-vectors.ts";
import type { QualificationRequest } from "./siquc01.ts";
import { siquc01 } from "./siquc01.ts";

const NO_FACILITY = ["", "131999901", "131999901X"];
const NO_DAY = ["20261131", "2026-11-21"];
const FULL_WIDTH = ["half"];
/** Certificates of one person; the claim takes four (ours). */
const MOST = 20;
const MOST_FACILITIES = 50;

/**
 * One certificate 受給者証. Names are those of the public PMH registration API, first letter raised; lengths are the API's
 * (eligibility-rules.md §10.3). Designated facilities come one element each.
 */
const subsidy = elements({
  MedicalSubsidyInsurerNumber: required("公費負担者番号", N(8), ["54139993"], ["", "5413999", "5413999X"]),
  MedicalSubsidyRecipientNumber: required("受給者番号", X(30), ["9000027", "A-000123"], ["", "1".repeat(31)]),
  CertificationName: required("証の名称", W(100), ["特定医療費（指定難病）受給者証"], ["", ...FULL_WIDTH]),
  CertificationSubKey: optional("証のサブキー", X(50), ["01"], ["1".repeat(51)]), // length ours
  Segment: optional("区分", X(50), ["1"], ["1".repeat(51)]), // length ours
  IncomeSegment: optional("所得区分", X(50), ["B1"], ["1".repeat(51)]), // length ours
  AdditionalConditions: optional("付加条件", X(500), ["01-1;02-3"], ["1".repeat(501)]), // length ours
  Name: required("氏名", W(100), ["架空　長寿"], ["", ...FULL_WIDTH]),
  Birthdate: required("生年月日", D8, ["19460505"], ["", ...NO_DAY]),
  ValidFrom: optional("有効開始年月日", D8, ["20261001"], NO_DAY),
  ValidTo: optional("有効終了年月日", D8, ["20270930"], NO_DAY),
  MaxCopaymentAmount: optional("自己負担上限額", AMOUNT(8), ["0", "5000"], ["-1", "5,000"]),
  CopaymentLimitManageFormCode: optional("自己負担上限額管理票", X(2), ["00", "54"], ["541"]),
  IsAlwaysReimbursement: required("常に償還払い", C("037"), ["0", "1"], ["", "2"]),
  DesignatedMedicalInstitutions: repeated(
    "指定医療機関",
    MOST_FACILITIES,
    elements({ MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], NO_FACILITY) }),
  ),
});

const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ProcessExecutionTime: required("処理実行日時", T14, ["20261121091531"], ["", "20261121090560"]),
      MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], NO_FACILITY),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "U0lNLTAwMDAwMDM="], ["1".repeat(51)]),
      SegmentOfResult: required("処理結果区分", C("003"), ["1", "9"], ["", "3"]),
      ErrorCode: optional("エラーコード", X(30), ["SIM-E-901"], ["1".repeat(31)]),
      ErrorMessage: optional("エラーメッセージ", W(100), ["【模擬】中央側が応答しません。"], FULL_WIDTH),
      CharacterCodeIdentifier: required("文字コード識別", C("005"), ["0", "1"], ["", "2"]),
    }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({
      ProcessingResultStatus: optional("処理結果状況", C("004"), ["1", "2"], ["0"]),
      MedicalSubsidyList: optionalGroup(
        "医療費助成情報リスト",
        elements({ MedicalSubsidy: repeated("医療費助成情報", MOST, subsidy) }),
      ),
    }),
  ),
});

/** A result of `PMHsimsm01`. */
export type SubsidyAnswer = RecordIn<typeof answer>;
/** One certificate in it. */
export type SubsidyResult = RecordIn<typeof subsidy>;

/**
 * `PMHsimsm01`: certificates of 医療費助成 of one person. The prefix was seen, the layout is OURS
 * (receipt-system-interface.md §2.13, §8.12); a request has the keys of an eligibility inquiry. Nothing in the list may mean
 * no certificate as well as no consent.
 */
export const pmhSimsm01: MessageKind<QualificationRequest, SubsidyAnswer> = {
  code: "PMHsimsm01",
  title: { ja: "医療費助成（PMH、模擬独自のレイアウト）", en: "Medical subsidies (PMH; the layout is ours)" },
  source: "receipt-system-interface.md §2.13, §8.12",
  request: siquc01.request,
  answer,
  failure: ({ code, text, at, facility }, { MessageHeader }) => ({
    MessageHeader: {
      ProcessExecutionTime: at,
      MedicalInstitutionCode: facility,
      ...(MessageHeader.ArbitraryFileIdentifier === undefined
        ? {}
        : { ArbitraryFileIdentifier: MessageHeader.ArbitraryFileIdentifier }),
      SegmentOfResult: SEGMENT_OF_RESULT.failed,
      ErrorCode: code,
      ErrorMessage: text,
      CharacterCodeIdentifier: "0",
    },
    MessageBody: { ProcessingResultStatus: PROCESSING_STATUS.error },
  }),
  characterCode: (value) => ({ CharacterCodeIdentifier: value }),
  ext: "pmh",
  vectors: pmhSimsm01Vectors,
};
