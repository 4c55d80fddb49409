import { elements, group, type RecordIn } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extHeader } from "./ext-parts.ts";
import { extRequest, extWithoutSender } from "./ext-vectors.ts";
import { type SettingsAnswer, settingsAnswer, settingsVectors } from "./facility-settings.ts";

const request = elements({
  MessageHeader: extHeader,
  MessageBody: group("メッセージボディー", elements({})),
});

/** A request of `OQSsiinq01`. */
export type SettingsInquiryRequest = RecordIn<typeof request>;

/** `OQSsiinq01` (IF-041 and IF-042): asks for the settings of the facility. The layout is OURS (§8.3). */
export const siinq01: MessageKind<SettingsInquiryRequest, SettingsAnswer> = {
  code: "OQSsiinq01",
  title: { ja: "医療機関環境設定情報照会（模擬独自）", en: "Settings of the facility (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer: settingsAnswer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "settings",
  vectors: {
    request: [extRequest("as they are", "", {}), extWithoutSender()],
    answer: settingsVectors,
  },
};
