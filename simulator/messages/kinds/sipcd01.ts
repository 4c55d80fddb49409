import { elements, group, optional, type RecordIn } from "../element-table.ts";
import { N, T14 } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer, extRequest, extWithoutSender } from "./ext-vectors.ts";

const request = elements({ MessageHeader: extHeader, MessageBody: group("メッセージボディー", elements({})) });
const answer = elements({
  MessageHeader: extAnswerHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      VisualPasscode: optional("目視確認用パスコード", N(8), ["01234567"], ["1234567"]),
      IssuedAt: optional("発行日時", T14, ["20261121101502"], ["20261121"]),
    }),
  ),
});

/** A request of `OQSsipcd01`. */
export type PasscodeRequest = RecordIn<typeof request>;
/** Its result. */
export type PasscodeAnswer = RecordIn<typeof answer>;

/** `OQSsipcd01` (IF-049 and IF-050): the passcode of visual checks. The layout, and eight digits, are OURS (§8.3). */
export const sipcd01: MessageKind<PasscodeRequest, PasscodeAnswer> = {
  code: "OQSsipcd01",
  title: { ja: "目視確認用パスコード取得（模擬独自）", en: "Passcode of visual checks (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "codes",
  vectors: {
    request: [extRequest("the facility's own", "", {}), extWithoutSender()],
    answer: [
      extAnswer("eight digits", "<VisualPasscode>01234567</VisualPasscode><IssuedAt>20261121101502</IssuedAt>", {
        VisualPasscode: "01234567",
        IssuedAt: "20261121101502",
      }),
      extBadAnswer("seven digits", "<VisualPasscode>1234567</VisualPasscode>", "SIM-E-003"),
    ],
  },
};
