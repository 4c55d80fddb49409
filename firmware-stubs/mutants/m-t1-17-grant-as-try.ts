import { mutant } from "../mutant.ts";

/** Counts a grant of more than one BWT as a try. */
export const grantAsTry = mutant({
  id: "M-T1-17",
  layer: "T=1",
  title: { ja: "延長を再試行に数える", en: "a grant counts as a try" },
  symptom: { ja: "時間のかかるコマンドが打ち切られる", en: "commands that take long are given up" },
  source: "thought out: a slip behind T1-17",
  caughtBy: "T1-17",
  slip: (good) => ({ ...good, t1: { ...good.t1, countsGrantAsTry: (multiplier) => multiplier > 1 } }),
});
