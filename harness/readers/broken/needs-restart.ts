import { declareReader } from "../declare.ts";

/** Stays out of service once the terminal was lost, until somebody restarts it. */
export const needsRestart = declareReader({
  id: "reader/needs-restart",
  title: { ja: "再起動しないと復帰しない", en: "stays out of service until it is restarted" },
  slip: { keeps: ({ linkLost }) => (linkLost === undefined ? {} : { linkLost }) },
  fails: { F20: ["reader/served-again"], F21: ["reader/served-again"] },
});
