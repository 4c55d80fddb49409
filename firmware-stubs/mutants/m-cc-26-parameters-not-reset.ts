import { mutant } from "../mutant.ts";

/** Answers ResetParameters with what was set. */
export const parametersNotReset = mutant({
  id: "M-CC-26",
  layer: "CCID",
  title: { ja: "ResetParametersで戻らない", en: "ResetParameters resets nothing" },
  symptom: { ja: "前のカードの設定で次のカードと話す", en: "the next card is spoken to with the settings of the last" },
  source: "our own; it was a slip of our reference as well",
  caughtBy: "CC-26",
  slip: (good) => ({ ...good, command: { ...good.command, resetsParameters: false } }),
});
