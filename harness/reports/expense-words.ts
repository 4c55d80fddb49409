import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { WelfareAnswer } from "../../simulator/neighbours/welfare-records.ts";

/** What a welfare office said on the phone. */
export const welfareAnswerNames: Readonly<Record<WelfareAnswer, Bilingual>> = {
  applies: { ja: "医療扶助の対象", en: "aid applies" },
  "does-not-apply": { ja: "医療扶助の対象外", en: "aid does not apply" },
  "nobody-answers": { ja: "応答なし（開庁時間外）", en: "nobody answers: outside office hours" },
};
