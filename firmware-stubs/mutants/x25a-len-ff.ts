import { mutant } from "../mutant.ts";

/** Takes LEN FF for 255 bytes. */
export const lenFfAccepted = mutant({
  id: "X25a",
  layer: "T=1",
  title: { ja: "LEN=FFを受け付ける", en: "LEN FF is accepted" },
  symptom: { ja: "ブロックの境界がずれる", en: "blocks are cut in the wrong place" },
  source: "firmware-validation.md §9 X25: the public driver rejects it",
  caughtBy: "T1-08",
  slip: (good) => ({ ...good, t1: { ...good.t1, tolerates: (defect) => defect === "len-ff" } }),
});
