import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** What speaks of aid alone says nothing of insurance: what is stored stays. */
export const insuranceUntouched = check({
  id: "aid/insurance-untouched",
  title: { ja: "医療扶助だけの結果は保険を変えない", en: "an answer about aid leaves the insurance" },
  expected: {
    ja: "医療券の番号の照会や一括取得の後も、登録済みの保険をそのまま残す",
    en: "after an inquiry by ticket or a bulk pull the stored insurance is what it was",
  },
  clause: "eligibility-rules.md §3.4, §13.3; requirements.md R0-05, R0-21",
  requires: ["R0-05", "R0-21"],
  next: {
    ja: "医療扶助だけの結果で保険を上書き・失効させないでください",
    en: "do not replace or end the insurance by a result about aid alone",
  },
  judge(trace) {
    const known = stepsOf(trace, "known").filter(({ message }) => message.keys !== undefined);
    const holdings = actsOf(trace, "holdings").at(-1);
    if (known.length === 0 || holdings === undefined)
      return inconc({ ja: "登録済みの保険がなかった", en: "no insurance was stored before" });
    for (const { seq, message } of known) {
      const held = holdings.message.people.find(({ chart }) => chart === message.chart);
      const same = held?.insurerNumber === message.keys?.insurerNumber && held?.insuredNumber === message.keys?.number;
      if (!same || held?.billable !== true)
        return fail([seq, holdings.seq], {
          ja: `カルテ${message.chart ?? ""}の保険が変わった`,
          en: `the insurance of chart ${message.chart ?? ""} changed`,
        });
    }
    return pass([...known.map(({ seq }) => seq), holdings.seq], {
      ja: "保険はそのまま残っている",
      en: "the insurance is what it was",
    });
  },
  passes: ["C41", "C43"],
  bites: ["C41@broken/takes-aid-for-insurance"],
});
