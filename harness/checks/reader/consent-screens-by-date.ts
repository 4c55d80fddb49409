import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { policyAt } from "../../../simulator/population/policy.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** The limit amount is asked for, and medical information item by item, as the rules of the day have it. */
export const consentScreensByDate = check({
  id: "reader/consent-screens-by-date",
  title: { ja: "同意画面は制度の日付に従う", en: "consent screens follow the day's rules" },
  expected: {
    ja: "2024年10月6日までは限度額の画面と項目ごとの同意、7日からは限度額の画面なしで一括の同意",
    en: "a screen for the limit amount and consent item by item up to 2024-10-06, none and one button for all since",
  },
  clause: "requirements.md F18; eligibility-rules.md §5, §14; readers-and-line.md §5.1",
  requires: ["R1-26", "X-02"],
  next: {
    ja: "同意画面の構成を制度の日付で切り替えてください",
    en: "choose the consent screens by the date",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const shown = shownIn(sitting);
      const asked = shown.filter(({ view }) => view.asks !== undefined);
      if (shown.every(({ view }) => view.screen !== "S07") || asked.length === 0) continue;
      const rules = policyAt(dateAt(sitting.step.atMs));
      const limit = asked.some(({ view }) => view.asks?.includes("limit"));
      const medical = asked.filter(({ view }) => view.screen === "S05");
      const bundled = medical.length === 1 && medical.every(({ view }) => view.bundled === true);
      if (limit !== rules.limitScreenAsked || bundled !== rules.bundledConsent)
        return fail(
          asked.map(({ seq }) => seq),
          {
            ja: `${visitOf(sitting)}: 限度額の画面${limit ? "あり" : "なし"}、${bundled ? "一括" : "項目ごと"}`,
            en: `${visitOf(sitting)}: limit amount ${limit ? "asked" : "not asked"}, ${bundled ? "one button" : "item by item"}`,
          },
        );
      evidence.push(...asked.map(({ seq }) => seq));
    }
    if (evidence.length === 0) return inconc({ ja: "同意画面がなかった", en: "no consent was asked" });
    return pass(evidence, { ja: "どの日も制度のとおり", en: "as the rules have it on each day" });
  },
  passes: ["F18"],
  bites: ["F18@reader/old-consent-screens"],
});
