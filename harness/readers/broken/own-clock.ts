import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { declareReader } from "../declare.ts";

/** Judges by its own clock and the date printed on the card. */
export const ownClock = declareReader({
  id: "reader/own-clock",
  title: { ja: "自分の時計で期限を判断する", en: "judges the end of the card by its own clock" },
  slip: {
    standing: (told, { nowMs, cardEnds }) => (cardEnds !== undefined && cardEnds < dateAt(nowMs) ? "refused" : told),
  },
  fails: { F28: ["reader/standing-from-centre"] },
});
