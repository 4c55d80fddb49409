import { elements, group, optional, optionalGroup, type RecordIn, required } from "../element-table.ts";
import { C, T14, W, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader, segmentRows, senderRows } from "./bulk-parts.ts";
import { referenceRegistration } from "./reference-registration.ts";
import { siimm01Vectors } from "./siimm01-vectors.ts";

const request = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({ ReferenceNumberRegistrationInfo: group("照会番号登録情報", referenceRegistration) }),
  ),
});

const answer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({
      ProcessExecutionTime: required("処理実行日時", T14, ["20261121101502"], ["", "20261121101560"]),
      ...senderRows,
      ...segmentRows,
      CharacterCodeIdentifier: required("文字コード識別", C("005"), ["0", "1"], ["", "2"]),
    }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({
      ReferenceNumberRegistrationInfo: optionalGroup("照会番号登録情報", referenceRegistration),
      ProcessingResultStatus: optional("処理結果状況", C("004"), ["1", "2"], ["0", "9"]),
      ProcessingResultCode: optional("処理結果コード", X(30), ["SIM-P-201"], ["1".repeat(31)]), // length ours
      ProcessingResultMessage: optional("処理結果メッセージ", W(100), ["【模擬】照会番号が重複しています。"], ["half"]),
    }),
  ),
});

/** A request of `OQSsiimm01`. */
export type ReferenceRequest = RecordIn<typeof request>;
/** A result of `OQSsiimm01`. */
export type ReferenceAnswer = RecordIn<typeof answer>;

/** `OQSsiimm01` (IF-003 and IF-004): registers the facility's own key of one person. */
export const siimm01: MessageKind<ReferenceRequest, ReferenceAnswer> = {
  code: "OQSsiimm01",
  title: { ja: "照会番号登録", en: "Registration of a reference number" },
  source: "receipt-system-interface.md §2.6",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  vectors: siimm01Vectors,
};
