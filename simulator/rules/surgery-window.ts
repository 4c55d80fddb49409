import { CLAIMS_LATE, windowTable } from "./window-table.ts";

/** 手術情報 from claims: 5 years (eligibility-rules.md §6.1). */
export const surgeryWindow = windowTable(
  {
    early: "6.1/surgery-before-data",
    old: "6.1/surgery-too-old",
    late: "6.1/surgery-not-arrived",
    seen: "6.1/surgery-seen",
  },
  {
    kind: "surgery",
    ja: "手術情報",
    en: "surgery",
    dataFrom: "2022-06-01",
    fromConfidence: "A",
    oldMonths: 60,
    ...CLAIMS_LATE,
  },
  "H",
);
