import { type SettingsUpdateRequest, siupd01 } from "../../messages/kinds/siupd01.ts";
import { validate } from "../../messages/validate.ts";
import { extAnswer } from "../ext-answer.ts";
import { behind } from "../ext-service.ts";
import { settingsKey, settingsOf } from "../facility-settings.ts";
import { service } from "../service.ts";

/** Changes what the facility has set; what is left out stays (ours, off by default). Readers ask by it from the next check-in on. */
export const settingsUpdate = behind(
  "settings",
  service<SettingsUpdateRequest, object>({
    serves: siupd01.code,
    title: siupd01.title,
    badField: (query) => validate(siupd01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [settingsKey(facility)],
    answer({ MessageBody }, slice, cx) {
      const row = { ...settingsOf(cx.facility, slice), ...MessageBody };
      return {
        answer: extAnswer(row, cx),
        changes: [{ table: "facilitySettings", key: cx.facility.code, row }],
      };
    },
  }),
);
