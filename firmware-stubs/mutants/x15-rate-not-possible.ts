import { mutant } from "../mutant.ts";

/** Declares a rate that it cannot set. */
export const rateNotPossible = mutant({
  id: "X15",
  layer: "CCID",
  title: { ja: "宣言した最高速度を設定できない", en: "the highest declared rate cannot be set" },
  symptom: { ja: "速いカードが使えない", en: "only slow cards work" },
  source: "firmware-validation.md §9 X15: CCID issue 84 (AU9540)",
  caughtBy: "CC-19",
  slip: (good) => ({
    ...good,
    command: { ...good.command, setsRate: (rate, declared) => declared.slice(0, -1).includes(rate) },
  }),
});
