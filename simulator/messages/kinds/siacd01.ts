import { elements, group, type RecordIn, required } from "../element-table.ts";
import { X } from "../format.ts";
import type { MessageKind } from "../message-kind.ts";
import { type ActivationCodes, activationKind, activationVectors } from "./activation-codes.ts";
import { extHeader } from "./ext-parts.ts";
import { extRefused, extRequest } from "./ext-vectors.ts";

const request = elements({
  MessageHeader: extHeader,
  MessageBody: group(
    "メッセージボディー",
    elements({
      ActivationCode: required("アクティベーションコード", X(16), ["AB12CD34EF56GH78"], ["", "1".repeat(17)]),
    }),
  ),
});

/** A request of `OQSsiacd01`. */
export type RevocationRequest = RecordIn<typeof request>;

/** `OQSsiacd01` (IF-055 and IF-056): makes an activation code useless. The layout is OURS (§8.3). */
export const siacd01: MessageKind<RevocationRequest, ActivationCodes> = {
  ...activationKind,
  code: "OQSsiacd01",
  title: { ja: "アクティベーションコード無効化（模擬独自）", en: "Activation codes: revoke one (ours)" },
  request,
  vectors: {
    request: [
      extRequest("one code", "<ActivationCode>AB12CD34EF56GH78</ActivationCode>", {
        ActivationCode: "AB12CD34EF56GH78",
      }),
      extRefused("no code", "", "SIM-E-002"),
    ],
    answer: activationVectors,
  },
};
