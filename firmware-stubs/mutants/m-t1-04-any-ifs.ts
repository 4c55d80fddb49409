import { mutant } from "../mutant.ts";

/** Agrees to any size. */
export const anyIfs = mutant({
  id: "M-T1-04",
  layer: "T=1",
  title: { ja: "IFS 00・FFにも応じる", en: "IFS 00 and FF are agreed to" },
  symptom: { ja: "空のブロックを送り続ける", en: "empty blocks are sent without end" },
  source: "firmware-validation.md §5 rule 5: the public driver resynchronises on 0",
  caughtBy: "T1-04",
  slip: (good) => ({ ...good, t1: { ...good.t1, acceptsIfs: () => true } }),
});
