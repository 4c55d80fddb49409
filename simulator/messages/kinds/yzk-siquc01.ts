import { elements, group, optional, optionalGroup, type RecordIn, repeated, required } from "../element-table.ts";
import { C, D8, K, M6, W, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { drugMonth } from "./drug-history.ts";
import { failedMedicalHeader, medicalRequestHeader } from "./medical-request-header.ts";
import { dispensingMonth, prescriptionMonth } from "./prescription-history.ts";
import { yzkSiquc01Vectors } from "./yzk-siquc01-vectors.ts";

const NO_MONTH = ["", "202613", "20261101"];
const TOO_LONG = ["1".repeat(51)];

const request = elements({
  MessageHeader: group("メッセージヘッダー", medicalRequestHeader),
  MessageBody: group(
    "メッセージボディー",
    elements({
      StartDate: required("診療年月（開始）", M6, ["202605"], NO_MONTH),
      EndDate: required("診療年月（終了）", M6, ["202611"], NO_MONTH),
      FileCategory: required("ファイル区分", C("fileCategory"), ["1", "2", "3", "4"], ["", "0", "5"]),
      PrDiInfClassification: optional("薬剤情報等表示区分", C("030"), ["", "0", "1"], ["2"]),
      MedicalTreatmentFlag: optional("診療区分", C("028"), ["", "1", "2", "3"], ["0", "5"]),
    }),
  ),
});

const person = elements({
  Name: optional("氏名", W(100), ["架空　長寿"], ["架空 長寿"]),
  KanaName: optional("氏名カナ", K(100), ["ｶｸｳ ﾁﾖｳｼﾞﾕ"], ["カクウ　チヨウジユ"]),
  Birth: optional("生年月日", D8, ["19460505"], ["19460532"]),
  AdmGendCode: optional("性別", C("007"), ["1", "2", "3"], ["4"]),
});

/** Place and values of `ResultCode` are ours (§8.14). */
const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ResultCode: required("処理結果", C("drugResult"), ["1", "2", "99"], ["", "123"]),
      MessageContents: optional(
        "メッセージ",
        X(100),
        ["", "【模擬】閲覧同意の有効期限が切れています。"],
        ["字".repeat(101)],
      ),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "00000303"], TOO_LONG),
      QuaInf: optionalGroup("資格情報", person),
    }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({
      MeTrMonthInf: repeated("診療・調剤月", 1_000, drugMonth),
      ShPrInf: optionalGroup("処方情報", elements({ ShPrMonthInf: repeated("処方月", 100, prescriptionMonth) })),
      CzDiInf: optionalGroup("調剤情報", elements({ CzDiMonthInf: repeated("調剤月", 100, dispensingMonth) })),
    }),
  ),
});

/** A request of `YZKsiquc01`. */
export type DrugInformationRequest = RecordIn<typeof request>;
/** An XML result of `YZKsiquc01`. */
export type DrugInformationAnswer = RecordIn<typeof answer>;

/**
 * `YZKsiquc01`: drug information of one person, with 診療情報 for file categories 3 and 4. This is the XML result; of
 * categories 1 and 3 the result is a PDF, and only a refusal comes as XML (§1.7).
 */
export const yzkSiquc01: MessageKind<DrugInformationRequest, DrugInformationAnswer> = {
  code: "YZKsiquc01",
  title: { ja: "薬剤情報", en: "Drug information" },
  source: "receipt-system-interface.md §2.11",
  request,
  answer,
  failure: (failure, asked) => ({
    MessageHeader: failedMedicalHeader(failure, asked),
    MessageBody: { MeTrMonthInf: [] },
  }),
  characterCode: () => ({}),
  vectors: yzkSiquc01Vectors,
};
