import { mutant } from "../mutant.ts";

/** Follows the first 61xx and hands the second to the host. */
export const moreDataFollowedOnce = mutant({
  id: "X37b",
  layer: "APDU",
  title: { ja: "61xxに1回しか応じない", en: "only the first 61xx is followed" },
  symptom: { ja: "長い応答が途中で終わる", en: "a long answer ends in the middle" },
  source: "ours: neighbour of X37",
  caughtBy: "AP-01",
  slip: (good) => ({ ...good, apdu: { ...good.apdu, follows61: (pieces) => pieces === 0 } }),
});
