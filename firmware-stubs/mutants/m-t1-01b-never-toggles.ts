import { mutant } from "../mutant.ts";

/** Gives every block the same number. */
export const neverToggles = mutant({
  id: "M-T1-01b",
  layer: "T=1",
  title: { ja: "N(S)を反転しない", en: "N(S) never toggles" },
  symptom: { ja: "2番目のコマンドが再送とみなされる", en: "the second command is taken for the first one sent again" },
  source: "thought out: a slip behind T1-01",
  caughtBy: "T1-01",
  slip: (good) => ({ ...good, t1: { ...good.t1, nextNumber: (number) => number } }),
});
