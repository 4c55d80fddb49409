import { mutant } from "../mutant.ts";

/** Says no more than that the PIN was wrong. */
export const triesNotTold = mutant({
  id: "M-AP-09",
  layer: "PIN",
  title: { ja: "63Cxを6300に変える", en: "63Cx is told as 6300" },
  symptom: { ja: "残り回数が分からず、閉塞まで入力してしまう", en: "nobody knows how many tries are left" },
  source: "ours: neighbour of X43, at the pad",
  caughtBy: "AP-09",
  slip: (good) => ({
    ...good,
    pin: { ...good.pin, result: (response) => (response[0] === 0x63 ? Uint8Array.of(0x63, 0x00) : response) },
  }),
});
