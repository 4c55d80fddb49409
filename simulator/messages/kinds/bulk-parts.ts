import { SEGMENT_OF_RESULT } from "../code-lists.ts";
import { elements, group, optional, type RecordIn, required } from "../element-table.ts";
import { AMOUNT, C, checkOf, D8, N, T14, W, X } from "../format.ts";
import type { AnyRequest, Failure } from "../message-kind.ts";

const NO_FACILITY = ["", "131999901", "131999901X"];
const TOO_LONG = ["1".repeat(51)];
const NO_TIME = ["", "20261121090560"];
/** 受付番号: yyyymmdd and eight digits (§8.9, ours). */
const RECEPTION_NUMBER = N(16);
const RECEPTIONS = ["2026112100000001"];
const NO_RECEPTION = ["1", "20261121000000011", "202611210000000X"];

/** Who sends the request, and a tag that comes back. */
export const senderRows = {
  MedicalInstitutionCode: required("医療機関コード", N(10), ["1319999015"], NO_FACILITY),
  ArbitraryFileIdentifier: optional("任意のファイル識別子", X(50), ["", "SIMBULK00001"], TOO_LONG),
};

/** How the file fared as a whole (receipt-system-interface.md §2.3 rows 6 to 9). */
export const segmentRows = {
  SegmentOfResult: required("処理結果区分", C("003"), ["1", "2", "9"], ["", "3"]),
  ErrorCode: optional("エラーコード", X(30), ["SIM-E-006"], ["1".repeat(31)]), // length ours
  ErrorMessage: optional("エラーメッセージ", W(100), ["【模擬】件数が上限を超えています。"], ["too many"]),
};

/** How one person of a file fared (§2.7, §2.8). */
export const statusRows = {
  ProcessingResultStatus: required("処理結果状況", C("004"), ["1", "2"], ["", "0"]),
  ProcessingResultCode: optional("処理結果コード", X(30), ["SIM-P-101"], ["1".repeat(31)]), // length ours
  ProcessingResultMessage: optional("処理結果メッセージ", W(100), ["【模擬】検証番号が一致しません。"], ["half"]),
};

/** When the centre answered. */
export const executedRows = { ProcessExecutionTime: required("処理実行日時", T14, ["20261121180003"], NO_TIME) };
/** Encoding of a result, OQSCD005. */
export const encodedRows = { CharacterCodeIdentifier: required("文字コード識別", C("005"), ["0", "1"], ["", "2"]) };

/** The answer to the first step of every bulk job: a reception number, or why there is none (§2.7 `01res`). */
export const receptionAnswer = elements({
  MessageHeader: group(
    "メッセージヘッダー",
    elements({ ...executedRows, ...senderRows, ...segmentRows, ...encodedRows }),
  ),
  MessageBody: group(
    "メッセージボディー",
    elements({
      ReceptionNumber: optional("受付番号", RECEPTION_NUMBER, RECEPTIONS, NO_RECEPTION),
      ReceptionDateTime: optional("受付日時", T14, ["20261121180003"], NO_TIME.slice(1)),
    }),
  ),
});

/** The second step of every bulk job: the result under a reception number, please (§2.7 `02req`). */
export const fetchRequest = elements({
  MessageHeader: group("メッセージヘッダー", elements(senderRows)),
  MessageBody: group(
    "メッセージボディー",
    elements({ ReceptionNumber: required("受付番号", RECEPTION_NUMBER, RECEPTIONS, ["", ...NO_RECEPTION]) }),
  ),
});

/** Header of the result of a bulk job (§2.7 `02res`). Counts are there when the job is finished. */
export const bulkResultHeader = elements({
  ...executedRows,
  QualificationConfirmationDate: optional("資格確認日", D8, ["20261122"], ["20261131"]),
  ...senderRows,
  ReceptionNumber: optional("受付番号", RECEPTION_NUMBER, RECEPTIONS, NO_RECEPTION),
  ...segmentRows,
  NumberOfProcessingResult: optional("処理結果件数", AMOUNT(8), ["3"], ["three"]), // lengths ours
  NumberOfNormalProcessing: optional("正常処理件数", AMOUNT(8), ["0", "2"], ["-1"]),
  NumberOfError: optional("エラー件数", AMOUNT(8), ["0", "1"], ["-1"]),
  ...encodedRows,
});

/** An accepted or refused first step. */
export type ReceptionAnswer = RecordIn<typeof receptionAnswer>;
/** A second step. */
export type FetchRequest = RecordIn<typeof fetchRequest>;

/** Header elements of a file that failed as a whole; its body is empty (§8.24, ours). */
export function failedHeader({ code, text, at, facility }: Failure, { MessageHeader }: AnyRequest) {
  const { ArbitraryFileIdentifier: identifier } = MessageHeader;
  return {
    ProcessExecutionTime: at,
    MedicalInstitutionCode: facility,
    ...(identifier === undefined ? {} : { ArbitraryFileIdentifier: identifier }),
    SegmentOfResult: SEGMENT_OF_RESULT.failed,
    ErrorCode: code,
    ErrorMessage: text,
    CharacterCodeIdentifier: "0",
  };
}

/** A terminal that judges the header alone lets anything through to the centre (§8.8 `lenient`). */
const faultOf = checkOf(RECEPTION_NUMBER);

/** The failed header of a second step names the reception number that was asked for, if it is one. */
export function failedFetchHeader(failure: Failure, request: FetchRequest) {
  const { ReceptionNumber: number = "" }: Partial<FetchRequest["MessageBody"]> = request.MessageBody;
  return { ...failedHeader(failure, request), ...(faultOf(number) === undefined ? { ReceptionNumber: number } : {}) };
}

/** Where every kind tells the encoding of its result. */
export const characterCode = (value: "0" | "1") => ({ CharacterCodeIdentifier: value });
