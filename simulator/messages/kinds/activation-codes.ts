import { elements, group, type RecordIn, repeated, required } from "../element-table.ts";
import { C, T14, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer } from "./ext-vectors.ts";

/** A facility keeps this many at most (ours). */
const MOST_CODES = 100;

/** Activation codes of a facility: what it is called, when it was issued, whether it is in use (OQSCD037). All OURS (§8.3). */
export const activationCodes = elements({
  MessageHeader: extAnswerHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      ActivationCodeInfo: repeated(
        "アクティベーションコード情報",
        MOST_CODES,
        elements({
          ActivationCode: required("アクティベーションコード", X(16), ["AB12CD34EF56GH78"], ["", "1".repeat(17)]),
          IssuedAt: required("発行日時", T14, ["20261121101502"], ["", "20261121"]),
          ActivationUse: required("利用設定", C("037"), ["0", "1"], ["", "2"]),
        }),
      ),
    }),
  ),
});

/** The codes of a facility as an answer. */
export type ActivationCodes = RecordIn<typeof activationCodes>;

/** Request that names nothing: the facility's own codes are meant. */
export const ownCodes = elements({ MessageHeader: extHeader, MessageBody: group("メッセージボディー", elements({})) });

/** What the three kinds share. */
export const activationKind = {
  source: "receipt-system-interface.md §8.3 (ours)",
  answer: activationCodes,
  failure: (
    failure: Parameters<MessageKind<never, ActivationCodes>["failure"]>[0],
    asked: Parameters<typeof failedHeader>[1],
  ): ActivationCodes => ({
    MessageHeader: failedHeader(failure, asked),
    MessageBody: { ActivationCodeInfo: [] },
  }),
  characterCode,
  ext: "codes",
} as const;

/** Answers of the three kinds. */
export const activationVectors = [
  extAnswer<ActivationCodes>(
    "one code in use",
    "<ActivationCodeInfo><ActivationUse>1</ActivationUse><ActivationCode>AB12CD34EF56GH78</ActivationCode><IssuedAt>20261121101502</IssuedAt></ActivationCodeInfo>",
    { ActivationCodeInfo: [{ ActivationCode: "AB12CD34EF56GH78", IssuedAt: "20261121101502", ActivationUse: "1" }] },
  ),
  extBadAnswer<ActivationCodes>(
    "a use that does not exist",
    "<ActivationCodeInfo><ActivationUse>5</ActivationUse><ActivationCode>A</ActivationCode><IssuedAt>20261121101502</IssuedAt></ActivationCodeInfo>",
    "SIM-E-004",
  ),
];
