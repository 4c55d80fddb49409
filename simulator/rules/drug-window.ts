import { CLAIMS_LATE, windowTable } from "./window-table.ts";

/** 薬剤情報 from claims: 3 years, later 5 (eligibility-rules.md §6.1). The last day counts: ours. */
export const drugWindow = windowTable(
  { early: "6.1/drug-before-data", old: "6.1/drug-too-old", late: "6.1/drug-not-arrived", seen: "6.1/drug-seen" },
  {
    kind: "drug",
    ja: "薬剤情報",
    en: "drugs from claims",
    dataFrom: "2021-09-01",
    fromConfidence: "M",
    oldMonths: 36,
    ...CLAIMS_LATE,
  },
  "A",
);
