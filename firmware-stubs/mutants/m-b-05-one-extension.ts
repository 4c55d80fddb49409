import { mutant } from "../mutant.ts";

/** Gives up at the second S(WTX). */
export const oneExtension = mutant({
  id: "M-B-05",
  layer: "ISO-DEP",
  title: { ja: "S(WTX)を1回しか認めない", en: "S(WTX) is granted once" },
  symptom: { ja: "署名のような長い処理が失敗する", en: "long work such as a signature fails" },
  source: "ours: neighbour of X29",
  caughtBy: "B-05",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, extensionsInARow: 1 } }),
});
