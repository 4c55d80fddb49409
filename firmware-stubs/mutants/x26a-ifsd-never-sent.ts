import { mutant } from "../mutant.ts";

/** Never tells how much it takes. */
export const ifsdNeverSent = mutant({
  id: "X26a",
  layer: "T=1",
  title: { ja: "IFSDを送らない", en: "IFSD is never sent" },
  symptom: { ja: "長い応答が32バイトずつになる", en: "long answers come in blocks of 32 bytes" },
  source: "firmware-validation.md §9 X26: the public driver negotiates",
  caughtBy: "T1-02",
  slip: (good) => ({ ...good, t1: { ...good.t1, announcedIfsd: () => undefined } }),
});
