import { elements, group, optional, type RecordIn, repeated, required } from "../element-table.ts";
import { C } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader, statusRows } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader, extPersonRows } from "./ext-parts.ts";
import { extAnswer, extBadAnswer, extRefused, extRequest } from "./ext-vectors.ts";

const KINDS = ["TKK", "YZK", "SRJ", "SHJ", "TSR"];

const request = elements({
  MessageHeader: extHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      ...extPersonRows,
      ConsentInfoList: repeated(
        "閲覧同意情報リスト",
        5,
        elements({ ConsentInfoType: required("閲覧同意情報種別", C("036"), KINDS, ["", "ABC"]) }),
      ),
    }),
  ),
});
const { ProcessingResultStatus: _status, ...remarks } = statusRows;
const answer = elements({
  MessageHeader: extAnswerHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({ ProcessingResultStatus: optional("処理結果状況", C("004"), ["1", "2"], ["0"]), ...remarks }),
  ),
});

/** A request of `OQSsihvd01`. */
export type WithdrawalRequest = RecordIn<typeof request>;
/** Its result. */
export type WithdrawalAnswer = RecordIn<typeof answer>;

const PERSON =
  "<Birthdate>19850505</Birthdate><InsuredIdentificationNumber>9001</InsuredIdentificationNumber><InsurerNumber>06139992</InsurerNumber>";

/** `OQSsihvd01` (IF-037 and IF-038): the facility ends a consent to visits at home. The layout is OURS (§8.3). */
export const sihvd01: MessageKind<WithdrawalRequest, WithdrawalAnswer> = {
  code: "OQSsihvd01",
  title: { ja: "閲覧同意取り消し（訪問診療等・模擬独自）", en: "Withdrawal of a consent to home visits (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "withdrawal",
  vectors: {
    request: [
      extRequest(
        "drugs and care",
        `${PERSON}<ConsentInfoList><ConsentInfoType>YZK</ConsentInfoType></ConsentInfoList><ConsentInfoList><ConsentInfoType>SRJ</ConsentInfoType></ConsentInfoList>`,
        {
          InsurerNumber: "06139992",
          InsuredIdentificationNumber: "9001",
          Birthdate: "19850505",
          ConsentInfoList: [{ ConsentInfoType: "YZK" }, { ConsentInfoType: "SRJ" }],
        },
      ),
      extRefused(
        "a kind that does not exist",
        `${PERSON}<ConsentInfoList><ConsentInfoType>ABC</ConsentInfoType></ConsentInfoList>`,
        "SIM-E-004",
      ),
      extRefused("without a birth date", PERSON.replace(/<Birthdate>.*?<\/Birthdate>/, ""), "SIM-E-002"),
    ],
    answer: [
      extAnswer("withdrawn", "<ProcessingResultStatus>1</ProcessingResultStatus>", { ProcessingResultStatus: "1" }),
      extBadAnswer("a status that does not exist", "<ProcessingResultStatus>7</ProcessingResultStatus>", "SIM-E-004"),
    ],
  },
};
