import { mutant } from "../mutant.ts";

/** Asks for a damaged block for ever. */
export const endlessRetries = mutant({
  id: "X22",
  layer: "T=1",
  title: { ja: "再試行が終わらない", en: "retries never end" },
  symptom: { ja: "リーダーが止まる", en: "the reader hangs" },
  source: "firmware-validation.md §9 X22: public driver 0.9.2",
  caughtBy: "T1-21",
  slip: (good) => ({ ...good, t1: { ...good.t1, countsAsTry: (slip) => slip !== "edc" } }),
});
