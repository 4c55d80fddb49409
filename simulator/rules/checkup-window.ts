import { windowTable } from "./window-table.ts";

/** 特定健診: 5 years, from when the insurer loads them (eligibility-rules.md §6.1). */
export const checkupWindow = windowTable(
  {
    early: "6.1/checkup-before-data",
    old: "6.1/checkup-too-old",
    late: "6.1/checkup-not-loaded",
    seen: "6.1/checkup-seen",
  },
  {
    kind: "checkup",
    ja: "特定健診情報",
    en: "check-ups",
    dataFrom: "2020-01-01",
    fromConfidence: "A",
    oldMonths: 60,
    arrivesJa: "保険者がまだ登録していない",
    arrivesEn: "the insurer has not loaded it",
  },
  "H",
);
