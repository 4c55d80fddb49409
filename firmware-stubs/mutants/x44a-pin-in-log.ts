import { mutant } from "../mutant.ts";

/** Writes down what was typed. */
export const pinInLog = mutant({
  id: "X44a",
  layer: "PIN",
  title: { ja: "暗証番号をログに書く", en: "the PIN is in the log" },
  symptom: { ja: "保守の際に暗証番号が読める", en: "whoever reads the log reads the PIN" },
  source: "firmware-validation.md §9 X44",
  caughtBy: "HU-01",
  slip: (good) => ({ ...good, pin: { ...good.pin, logs: (digits) => `PIN ${digits} entered` } }),
});
