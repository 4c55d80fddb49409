import { mutant } from "../mutant.ts";

/** Confirms an abort and works on. */
export const abortIgnored = mutant({
  id: "X18a",
  layer: "CCID",
  title: { ja: "中止を無視する", en: "an abort is confirmed and ignored" },
  symptom: { ja: "スロットが使用中のまま残る", en: "the slot stays busy" },
  source: "firmware-validation.md §9 X18",
  caughtBy: "CC-13",
  slip: (good) => ({ ...good, command: { ...good.command, abortedSequence: () => undefined } }),
});
