import { mutant } from "../mutant.ts";

const MOST_OF_ISO_DEP = 59;

/** Has the limit of ISO/IEC 14443-4 at T=1 too. */
export const limitOfIsoDep = mutant({
  id: "M-T1-18",
  layer: "T=1",
  title: { ja: "倍率を59までに限る", en: "no multiplier above 59 is granted" },
  symptom: { ja: "長い処理を頼むカードで失敗する", en: "cards that ask for much time fail" },
  source: "thought out: a slip behind T1-18",
  caughtBy: "T1-18",
  slip: (good) => ({
    ...good,
    t1: { ...good.t1, grantsTime: (_command, multiplier) => multiplier <= MOST_OF_ISO_DEP },
  }),
});
