import { mutant } from "../mutant.ts";

const CAP_MS = 500;

/** Never waits more than half a second. */
export const cappedWaitingTime = mutant({
  id: "M-B-11",
  layer: "ISO-DEP",
  title: { ja: "FWTを500 msで切る", en: "FWT is capped at 500 ms" },
  symptom: { ja: "遅いカードで再送が起こり、失敗する", en: "slow cards are asked again and fail" },
  source: "ours",
  caughtBy: "B-11",
  slip: (good) => ({
    ...good,
    pcd: { ...good.pcd, frameWaitingTimeMs: (fwi) => Math.min(good.pcd.frameWaitingTimeMs(fwi), CAP_MS) },
  }),
});
