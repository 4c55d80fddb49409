import { mutant } from "../mutant.ts";

const OWN_TRIES = 3;

/** Counts entries itself. */
export const ownCounter = mutant({
  id: "X42a",
  layer: "PIN",
  title: { ja: "リーダーが自分で残り回数を数える", en: "the reader shows its own counter" },
  symptom: { ja: "実際と違う残り回数が出る", en: "a wrong number of tries is shown" },
  source: "firmware-validation.md §9 X42",
  caughtBy: "HU-04",
  slip: (good) => ({ ...good, pin: { ...good.pin, shownTries: (_told, entries) => Math.max(0, OWN_TRIES - entries) } }),
});
