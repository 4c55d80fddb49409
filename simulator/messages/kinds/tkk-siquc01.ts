import { elements, group, optional, optionalGroup, type RecordIn, repeated, required } from "../element-table.ts";
import { C, D8, ITEM_CODE, K, W, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { failedMedicalHeader, medicalRequestHeader } from "./medical-request-header.ts";
import { tkkSiquc01Vectors } from "./tkk-siquc01-vectors.ts";

/** The request of YZKsiquc01 without its months (receipt-system-interface.md §2.12). */
const request = elements({
  MessageHeader: group("メッセージヘッダー", medicalRequestHeader),
  MessageBody: group(
    "メッセージボディー",
    elements({
      FileCategory: required("ファイル区分", C("checkupFileCategory"), ["1", "2"], ["", "0", "3"]),
      PrDiInfClassification: optional("薬剤情報等表示区分", C("030"), ["", "0", "1"], ["2"]),
      MedicalTreatmentFlag: optional("診療区分", C("028"), ["", "1", "2", "3"], ["0", "5"]),
    }),
  ),
});

const person = elements({
  Name: optional("氏名", W(100), ["架空　長寿"], ["架空 長寿"]),
  KanasName: optional("氏名カナ", K(100), ["ｶｸｳ ﾁﾖｳｼﾞﾕ"], ["カクウ　チヨウジユ"]),
  Birthday: optional("生年月日", D8, ["19460505"], ["19460532"]),
  AdministrativeGenderCode: optional("性別", C("007"), ["1", "2", "3"], ["4"]),
});

/** One result or answer of a questionnaire; lengths are ours. */
const item = elements({
  ItemCode: required("項目コード", ITEM_CODE, ["9N001000000000001"], ["", "9N00100000000000", "9N0010000000000011"]),
  ItemName: optional("項目名", X(100), ["身長"], ["字".repeat(101)]),
  DataType: optional("データ型", X(10), ["PQ", "CD", "ST"], ["1".repeat(11)]),
  DataValue: optional("データ値", X(100), ["160.1", "1"], ["字".repeat(101)]),
  Unit: optional("単位", X(20), ["cm", "mmHg"], ["1".repeat(21)]),
  Oid: optional("OID", X(100), ["1.2.392.200119.6.2001"], ["1".repeat(101)]),
  DataValueName: optional("データ値名称", X(100), ["（＋）"], ["字".repeat(101)]),
});

const checkup = elements({
  EffectiveTime: required("受診年月日", D8, ["20260610"], ["", "20260631"]),
  HealthCheckupResultAndQuestionInfos: optionalGroup(
    "結果・問診リスト",
    elements({ HealthCheckupResultAndQuestionInfo: repeated("結果・問診", 500, item) }),
  ),
});

/** Place and values of `ResultCode` are ours (§8.14). */
const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ResultCode: required("処理結果", C("drugResult"), ["1", "2", "99"], ["", "123"]),
      MessageContents: optional("メッセージ", X(100), ["", "【模擬】閲覧の同意がありません。"], ["字".repeat(101)]),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "00000303"], ["1".repeat(51)]),
      QualificationsInfo: optionalGroup("資格情報", person),
    }),
  ),
  MessageBody: group("メッセージボディー", elements({ SpecificHealthCheckupInfo: repeated("特定健診", 20, checkup) })),
});

/** A request of `TKKsiquc01`. */
export type CheckupInformationRequest = RecordIn<typeof request>;
/** An XML result of `TKKsiquc01`. */
export type CheckupInformationAnswer = RecordIn<typeof answer>;

/** `TKKsiquc01`: check-ups of one person; as XML (file category 2), or refused. Of category 1 the result is a PDF. */
export const tkkSiquc01: MessageKind<CheckupInformationRequest, CheckupInformationAnswer> = {
  code: "TKKsiquc01",
  title: { ja: "特定健診情報", en: "Check-up information" },
  source: "receipt-system-interface.md §2.12",
  request,
  answer,
  failure: (failure, asked) => ({
    MessageHeader: failedMedicalHeader(failure, asked),
    MessageBody: { SpecificHealthCheckupInfo: [] },
  }),
  characterCode: () => ({}),
  vectors: tkkSiquc01Vectors,
};
