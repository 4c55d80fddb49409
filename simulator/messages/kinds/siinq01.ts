import { type ElementTable, elements, group } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer, extRequest, extWithoutSender } from "./ext-vectors.ts";
import { facilitySettingRows } from "./facility-settings.ts";

const settings = elements(facilitySettingRows);
const request = elements({
  MessageHeader: extHeader,
  MessageBody: group("メッセージボディー", elements({})),
});
const answer = elements({ MessageHeader: extAnswerHeader, MessageBody: group("メッセージボディー", settings) });

type RecordIn<T> = T extends ElementTable<infer R> ? R : never;
/** A request of `OQSsiinq01`. */
export type SettingsInquiryRequest = RecordIn<typeof request>;
/** Its result: the settings as they are now. */
export type SettingsInquiryAnswer = RecordIn<typeof answer>;

/** `OQSsiinq01` (IF-041 and IF-042): asks for the settings of the facility. The layout is OURS (§8.3). */
export const siinq01: MessageKind<SettingsInquiryRequest, SettingsInquiryAnswer> = {
  code: "OQSsiinq01",
  title: { ja: "医療機関環境設定情報照会（模擬独自）", en: "Settings of the facility (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "settings",
  vectors: {
    request: [extRequest("as they are", "", {}), extWithoutSender()],
    answer: [
      extAnswer(
        "drugs and check-ups on",
        "<PharmacistsInfoUse>1</PharmacistsInfoUse><SpecificHealthCheckupsInfoUse>1</SpecificHealthCheckupsInfoUse>",
        {
          SpecificHealthCheckupsInfoUse: "1",
          PharmacistsInfoUse: "1",
        },
      ),
      extBadAnswer(
        "a timing that does not exist",
        "<PrescriptionSelectTiming>3</PrescriptionSelectTiming>",
        "SIM-E-004",
      ),
    ],
  },
};
