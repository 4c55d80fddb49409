import { declareReader } from "../declare.ts";

/** Offers a way again that was just closed. */
export const offersFailedWay = declareReader({
  id: "reader/offers-failed-way",
  title: { ja: "失敗した方法をまた選ばせる", en: "offers a way that failed again" },
  slip: { closesFailedWay: false },
  fails: {
    F05: ["reader/failed-way-closes"],
    F08: ["reader/failed-way-closes"],
    F11: ["reader/failed-way-closes"],
    F12: ["reader/failed-way-closes"],
    F13: ["reader/failed-way-closes"],
    F14: ["reader/failed-way-closes"],
    F16: ["reader/failed-way-closes"],
  },
});
