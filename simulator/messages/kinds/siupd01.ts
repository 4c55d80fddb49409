import { elements, group, type RecordIn } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { characterCode, failedHeader } from "./bulk-parts.ts";
import { extHeader } from "./ext-parts.ts";
import { extRefused, extRequest } from "./ext-vectors.ts";
import { facilitySettings, type SettingsAnswer, settingsAnswer, settingsVectors } from "./facility-settings.ts";

const request = elements({
  MessageHeader: extHeader,
  MessageBody: group("メッセージボディー", facilitySettings),
});

/** A request of `OQSsiupd01`. */
export type SettingsUpdateRequest = RecordIn<typeof request>;

/** `OQSsiupd01` (IF-043 and IF-044): changes the settings of the facility. The layout is OURS (§8.3). */
export const siupd01: MessageKind<SettingsUpdateRequest, SettingsAnswer> = {
  code: "OQSsiupd01",
  title: { ja: "医療機関環境設定情報更新（模擬独自）", en: "Change of the settings of the facility (ours)" },
  source: "receipt-system-interface.md §8.3 (ours)",
  request,
  answer: settingsAnswer,
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
    answer: settingsVectors,
  },
};
