import { type ElementTable, elements, group } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extAnswerHeader, extHeader } from "./ext-parts.ts";
import { extAnswer, extBadAnswer, extRefused, extRequest } from "./ext-vectors.ts";
import { facilitySettingRows } from "./facility-settings.ts";

const settings = elements(facilitySettingRows);
const request = elements({
  MessageHeader: extHeader,
  MessageBody: group("メッセージボディー", settings),
});
const answer = elements({ MessageHeader: extAnswerHeader, MessageBody: group("メッセージボディー", settings) });

type RecordIn<T> = T extends ElementTable<infer R> ? R : never;
/** A request of `OQSsiupd01`. */
export type SettingsUpdateRequest = RecordIn<typeof request>;
/** Its result: the settings as they are now. */
export type SettingsUpdateAnswer = RecordIn<typeof answer>;

/** `OQSsiupd01` (IF-043 and IF-044): changes the settings of the facility. The layout is OURS (§8.3). */
export const siupd01: MessageKind<SettingsUpdateRequest, SettingsUpdateAnswer> = {
  code: "OQSsiupd01",
  title: { ja: "医療機関環境設定情報更新（模擬独自）", en: "Change of the settings of the facility (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer,
  failure: (failure, asked) => ({ MessageHeader: failedHeader(failure, asked), MessageBody: {} }),
  characterCode,
  ext: "settings",
  vectors: {
    request: [
      extRequest(
        "drugs off, subsidies on",
        "<MedicalSubsidyUse>1</MedicalSubsidyUse><PharmacistsInfoUse>0</PharmacistsInfoUse>",
        {
          PharmacistsInfoUse: "0",
          MedicalSubsidyUse: "1",
        },
      ),
      extRefused("a use that does not exist", "<PharmacistsInfoUse>9</PharmacistsInfoUse>", "SIM-E-004"),
    ],
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
