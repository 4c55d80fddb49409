import { mutant } from "../mutant.ts";

/** Goes on in the middle of the command behind RESYNCH. */
export const resynchGoesOn = mutant({
  id: "M-T1-20",
  layer: "T=1",
  title: { ja: "RESYNCH後にコマンドの途中から送る", en: "behind RESYNCH the command goes on in its middle" },
  symptom: { ja: "コマンドの先頭が失われる", en: "the beginning of the command is lost" },
  source: "thought out: a slip behind T1-20",
  caughtBy: "T1-20",
  slip: (good) => ({ ...good, t1: { ...good.t1, restartsAt: (sentBytes) => sentBytes } }),
});
