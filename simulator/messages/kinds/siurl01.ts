import { elements, group, optional, type RecordIn, required } from "../element-table.ts";
import { C, X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer, extRefused, extRequest } from "./ext-vectors.ts";

const request = elements({
  MessageHeader: extHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      UrlClassification: required("URL取得区分", C("033"), ["2", "3"], ["", "1"]),
      OutputFormat: required("URL出力形式", C("034"), ["1", "2"], ["", "3"]),
      UrlChange: required("URL変更", C("035"), ["0", "1"], ["", "2"]),
    }),
  ),
});
const answer = elements({
  MessageHeader: extAnswerHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      AccessUrl: optional("医療機関アクセスURL", X(200), ["https://visit.test/9910000018/1"], ["1".repeat(201)]),
    }),
  ),
});

/** A request of `OQSsiurl01`. */
export type AccessUrlRequest = RecordIn<typeof request>;
/** Its result. */
export type AccessUrlAnswer = RecordIn<typeof answer>;

/** `OQSsiurl01` (IF-039 and IF-040): the address patients open at home to consent. The layout is OURS (§8.3). */
export const siurl01: MessageKind<AccessUrlRequest, AccessUrlAnswer> = {
  code: "OQSsiurl01",
  title: { ja: "医療機関アクセスURL取得（模擬独自）", en: "Access URL of the facility (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "settings",
  vectors: {
    request: [
      extRequest(
        "the address of home visits, unchanged",
        "<UrlChange>0</UrlChange><OutputFormat>1</OutputFormat><UrlClassification>2</UrlClassification>",
        {
          UrlClassification: "2",
          OutputFormat: "1",
          UrlChange: "0",
        },
      ),
      extRefused("without a form", "<UrlChange>0</UrlChange><UrlClassification>2</UrlClassification>", "SIM-E-002"),
    ],
    answer: [
      extAnswer("an address", "<AccessUrl>https://visit.test/9910000018/1</AccessUrl>", {
        AccessUrl: "https://visit.test/9910000018/1",
      }),
      extBadAnswer("an address that is too long", `<AccessUrl>${"a".repeat(201)}</AccessUrl>`, "SIM-E-003"),
    ],
  },
};
