import { declareReader } from "../declare.ts";

/** Waits ten times as long for a touch as it should. */
export const waitsTenTimes = declareReader({
  id: "reader/waits-ten-times",
  title: { ja: "離席しても画面を長く残す", en: "leaves a screen standing for ten times its time" },
  slip: { patienceMs: (profileMs) => profileMs * 10 },
  fails: { F23: ["reader/abandoned-is-cleared"], F24: ["reader/card-removed-before-next"] },
});
