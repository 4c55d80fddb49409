import { mutant } from "../mutant.ts";

/** Answers S(WTX) and forgets the factor. */
export const waitNotMultiplied = mutant({
  id: "M-B-04",
  layer: "ISO-DEP",
  title: { ja: "S(WTX)の後もFWTしか待たない", en: "after S(WTX) the wait is FWT alone" },
  symptom: {
    ja: "待つと約束した途中で再送を求める",
    en: "the card is asked again in the middle of the time it was granted",
  },
  source: "ours: neighbour of X23",
  caughtBy: "B-04",
  slip: (good) => ({ ...good, pcd: { ...good.pcd, extendedWaitingTimeMs: (fwtMs) => fwtMs } }),
});
