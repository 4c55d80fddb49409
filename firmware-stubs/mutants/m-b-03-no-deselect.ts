import { mutant } from "../mutant.ts";

/** Leaves the card as it is. */
export const noDeselect = mutant({
  id: "M-B-03",
  layer: "ISO-DEP",
  title: { ja: "失敗後にS(DESELECT)を送らない", en: "no S(DESELECT) after a failure" },
  symptom: { ja: "カードが活性のまま残り、見つからなくなる", en: "the card stays active and is not found again" },
  source: "ours: neighbour of X31",
  caughtBy: "B-03",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, deselectsAfterFailure: false } }),
});
