import { type SettingsInquiryRequest, siinq01 } from "../../messages/kinds/siinq01.ts";
import { validate } from "../../messages/validate.ts";
import { extAnswer } from "../ext-answer.ts";
import { behind } from "../ext-service.ts";
import { settingsKey, settingsOf } from "../facility-settings.ts";
import { service } from "../service.ts";

/** What the facility has set (ours, off by default). */
export const settingsInquiry = behind(
  "settings",
  service<SettingsInquiryRequest, object>({
    serves: siinq01.code,
    title: siinq01.title,
    badField: (query) => validate(siinq01.request, query)[0]?.path,
    touches: (_query, _slice, { facility }) => [settingsKey(facility)],
    answer: (_query, slice, cx) => ({ answer: extAnswer(settingsOf(cx.facility, slice), cx), changes: [] }),
  }),
);
