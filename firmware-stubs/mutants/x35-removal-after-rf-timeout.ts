import { mutant } from "../mutant.ts";

/** Waits for the answer to a presence check as long as for a command. */
export const removalAfterRfTimeout = mutant({
  id: "X35",
  layer: "ISO-DEP",
  title: { ja: "在席確認にFWTだけ待つ", en: "presence checks wait FWT" },
  symptom: { ja: "次の患者が前のカードの状態に当たる", en: "the next patient meets the state of the last card" },
  source: "firmware-validation.md §9 X35: acsccid#29",
  caughtBy: "B-09",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, presenceWaitMs: (fwtMs) => fwtMs } }),
});
