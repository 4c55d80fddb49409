import { mutant } from "../mutant.ts";

const VERIFY = 0x20;

/** Does not know S(WTX) while a PIN is checked. */
export const noTimeForVerify = mutant({
  id: "X24",
  layer: "T=1",
  title: { ja: "PIN照合中の延長を扱わない", en: "no time is granted while a PIN is checked" },
  symptom: { ja: "照合の結果が失われる", en: "the result of PIN entry is lost" },
  source: "firmware-validation.md §9 X24: public driver 1.4.16",
  caughtBy: "T1-16",
  slip: (good) => ({ ...good, t1: { ...good.t1, grantsTime: (command) => command[1] !== VERIFY } }),
});
