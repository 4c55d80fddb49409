import { mutant } from "../mutant.ts";

/** Keeps the digits of an entry that ran out of time. */
export const keptAfterTimeOut = mutant({
  id: "M-HU-08",
  layer: "PIN",
  title: { ja: "時間切れの数字が残る", en: "digits of an entry out of time stay" },
  symptom: { ja: "次の入力に前の数字が混ざる", en: "the next entry begins with another person's digits" },
  source: "ours: neighbour of X40",
  caughtBy: "HU-08",
  slip: (good) => ({ ...good, pin: { ...good.pin, wipes: (end) => end !== "timed-out" } }),
});
