import { mutant } from "../mutant.ts";

/** Grants whatever factor comes. */
export const anyWtxFactor = mutant({
  id: "X29b",
  layer: "ISO-DEP",
  title: { ja: "60以上と0の係数も認める", en: "factors 0 and above 59 are granted" },
  symptom: { ja: "異常なカードを待ち続ける", en: "the reader waits for a card that is out of order" },
  source: "firmware-validation.md §9 X29 (knowledge of the standard)",
  caughtBy: "B-04",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, grantsWaitingTime: () => true } }),
});
