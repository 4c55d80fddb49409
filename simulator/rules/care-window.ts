import { CLAIMS_LATE, windowTable } from "./window-table.ts";

/** 診療情報 from claims: 3 years, later 5 (eligibility-rules.md §6.1). */
export const careWindow = windowTable(
  { early: "6.1/care-before-data", old: "6.1/care-too-old", late: "6.1/care-not-arrived", seen: "6.1/care-seen" },
  {
    kind: "care",
    ja: "診療情報",
    en: "medical care from claims",
    dataFrom: "2022-06-01",
    fromConfidence: "M",
    oldMonths: 36,
    ...CLAIMS_LATE,
  },
  "A",
);
