import { fault } from "../../simulator/kernel/fault.ts";
import "../readers/power.ts";
import { within } from "./bounds.ts";
import { MOST_COMMANDS } from "./occasion.ts";

/** The reader loses its power in one of its states, counted from the arming; then power is back (requirements.md F22). */
export const readerPowerCut = fault({
  id: "reader-power-cut",
  title: { ja: "リーダーの停電", en: "reader loses its power" },
  pco: "reader.supply",
  defaults: { state: 3 },
  shows: "F22",
  arm({ state }) {
    within("state", state, 0, MOST_COMMANDS);
    return (fed, seen) => (seen === state ? { sever: "power cut" } : { pass: fed });
  },
});
