import { mutant } from "../mutant.ts";

/** Sends a frame again as often as it is asked. */
export const endlessResends = mutant({
  id: "M-SR-03",
  layer: "serial",
  title: { ja: "再送回数に上限がない", en: "frames are sent again without a limit" },
  symptom: { ja: "雑音の多い回線で再送が止まらない", en: "on a noisy line nothing but repetitions goes over" },
  source: "our own; firmware-validation.md §2: at most three",
  caughtBy: "SR-03",
  slip: (good) => ({ ...good, line: { ...good.line, maxResends: Number.POSITIVE_INFINITY } }),
});
