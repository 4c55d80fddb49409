import { mutant } from "../mutant.ts";

/** Answers SetParameters with what was in force before. */
export const parametersNotKept = mutant({
  id: "M-CC-24",
  layer: "CCID",
  title: { ja: "SetParametersを反映しない", en: "SetParameters changes nothing" },
  symptom: { ja: "ホストとリーダーの設定が食い違う", en: "host and reader work with different parameters" },
  source: "our own; firmware-validation.md §1.5",
  caughtBy: "CC-24",
  slip: (good) => ({ ...good, command: { ...good.command, keepsParameters: false } }),
});
