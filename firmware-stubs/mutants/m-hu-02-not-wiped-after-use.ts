import { mutant } from "../mutant.ts";

/** Leaves the digits where they are once VERIFY is done. */
export const notWipedAfterUse = mutant({
  id: "M-HU-02",
  layer: "PIN",
  title: { ja: "照合後に暗証番号を消さない", en: "digits stay in memory after VERIFY" },
  symptom: { ja: "メモリーから暗証番号を読み出せる", en: "the PIN can be read from memory" },
  source: "ours: neighbour of X40",
  caughtBy: "HU-02",
  slip: (good) => ({ ...good, pin: { ...good.pin, wipes: (end) => end !== "used" } }),
});
