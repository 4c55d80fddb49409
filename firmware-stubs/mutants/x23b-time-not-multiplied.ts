import { mutant } from "../mutant.ts";

/** Grants time and does not wait. */
export const timeNotMultiplied = mutant({
  id: "X23b",
  layer: "T=1",
  title: { ja: "延長しても待たない", en: "granted time is not waited" },
  symptom: { ja: "遅いカードで失敗する", en: "slow cards fail" },
  source: "firmware-validation.md §9 X23: a Swiss card, public driver 1.4.16",
  caughtBy: "T1-14",
  slip: (good) => ({ ...good, t1: { ...good.t1, waitMs: (bwtMs) => bwtMs } }),
});
