import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** Insurers write kana with small letters large and with any blanks; people are found all the same. */
export const foundByKana = check({
  id: "identity/found-by-kana",
  title: { ja: "カナ検索", en: "found by kana" },
  expected: {
    ja: "小書き・空白の違いがあってもカナで患者を見つける",
    en: "finds a patient by kana whatever the size of small kana and the blanks",
  },
  clause: "requirements.md R3-10, C16; receipt-system-interface.md §6.2",
  requires: ["R3-10"],
  next: {
    ja: "検索時に小書き仮名を大書きに、空白を除いてから比較してください",
    en: "fold small kana and drop blanks before comparing",
  },
  judge(trace) {
    const steps = stepsOf(trace, "search-kana");
    if (steps.length === 0) return inconc({ ja: "カナ検索がなかった", en: "nobody searched by kana" });
    const charts = new Map(stepsOf(trace, "known").map(({ message }) => [message.persona, message.chart] as const));
    const evidence: number[] = [];
    for (const { seq, message } of steps) {
      const found = actsOf(trace, "kana-searched").find((act) => act.seq > seq);
      const chart = charts.get(message.persona);
      if (found === undefined || chart === undefined || !found.message.charts.includes(chart))
        return fail([seq], { ja: `カルテ${chart ?? "-"}が見つからない`, en: `chart ${chart ?? "-"} was not found` });
      evidence.push(found.seq);
    }
    return pass(evidence, { ja: "カナで見つかった", en: "found by kana" });
  },
  passes: ["C16"],
  bites: ["C16@broken/exact-kana"],
});
