import { type ElementTable, elements, group, optional, optionalGroup, repeated, required } from "../element-table.ts";
import { C, D8, INSURER_NUMBER, K, M6, N, W, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { drugMonth } from "./drug-history.ts";
import { yzkSiquc01Vectors } from "./yzk-siquc01-vectors.ts";

const NO_MONTH = ["", "202613", "20261101"];
const TOO_LONG = ["1".repeat(51)];

/**
 * Names differ from those of the OQS family for the same keys (fact 11). What is required, and lengths, are ours: the
 * programs seen always send everything, empty where they have nothing.
 */
const request = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], ["", "131999901"]),
      InsurerNumber: required("保険者番号", INSURER_NUMBER, ["39139993", "  139998"], ["", "139998"]),
      InsuranceCardSymbol: optional("被保険者証記号", X(20), ["", "12-34"], ["1".repeat(21)]),
      InsuredPersonIdentificationNumber: required("被保険者証番号", X(20), ["99900012"], ["", "1".repeat(21)]),
      BranchNumber: optional("枝番", N(2), ["", "01"], ["1"]),
      ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "00000303"], TOO_LONG),
    }),
  ),
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

/** Place and values of `ResultCode` are ours (§8.14). The `Sh…` and `Cz…` families are read as unknown elements. */
const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ResultCode: required("処理結果", C("drugResult"), ["1", "2"], ["", "0"]),
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
  MessageBody: group("メッセージボディー", elements({ MeTrMonthInf: repeated("診療・調剤月", 1_000, drugMonth) })),
});

type RecordIn<T> = T extends ElementTable<infer R> ? R : never;
/** A request of `YZKsiquc01`. */
export type DrugInformationRequest = RecordIn<typeof request>;
/** An XML result of `YZKsiquc01`. */
export type DrugInformationAnswer = RecordIn<typeof answer>;

/** `YZKsiquc01`: drug information of one person; the result as XML (file categories 2 and 4). */
export const yzkSiquc01: MessageKind<DrugInformationRequest, DrugInformationAnswer> = {
  code: "YZKsiquc01",
  title: { ja: "薬剤情報", en: "Drug information" },
  source: "receipt-system-interface.md §2.11",
  request,
  answer,
  failure: ({ text }, { MessageHeader }) => ({
    MessageHeader: {
      ResultCode: "2",
      MessageContents: text,
      ...(MessageHeader.ArbitraryFileIdentifier === undefined
        ? {}
        : { ArbitraryFileIdentifier: MessageHeader.ArbitraryFileIdentifier }),
    },
    MessageBody: { MeTrMonthInf: [] },
  }),
  characterCode: () => ({}),
  vectors: yzkSiquc01Vectors,
};
