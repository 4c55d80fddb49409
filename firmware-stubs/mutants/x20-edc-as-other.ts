import { mutant } from "../mutant.ts";

/** Calls a wrong EDC another error. */
export const edcAsOther = mutant({
  id: "X20",
  layer: "T=1",
  title: { ja: "EDC誤りに82で応える", en: "a wrong EDC is answered with 82" },
  symptom: { ja: "カードが別の誤りとして処理する", en: "the card mends the wrong thing" },
  source: "firmware-validation.md §9 X20: standard knowledge",
  caughtBy: "T1-07",
  slip: (good) => ({ ...good, t1: { ...good.t1, errorOf: () => "other" } }),
});
