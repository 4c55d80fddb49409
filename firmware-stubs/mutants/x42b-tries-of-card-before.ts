import { mutant } from "../mutant.ts";

/** Shows for the next card what the last one told. */
export const triesOfCardBefore = mutant({
  id: "X42b",
  layer: "PIN",
  title: { ja: "前のカードの残り回数を表示する", en: "tries of the card before are shown" },
  symptom: { ja: "次の人に前の人の残り回数が出る", en: "the next person is shown another's tries" },
  source: "ours: neighbour of X42",
  caughtBy: "HU-04",
  slip: (good) => ({ ...good, pin: { ...good.pin, triesOutliveCard: true } }),
});
