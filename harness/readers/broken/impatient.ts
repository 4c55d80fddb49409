import { declareReader } from "../declare.ts";

/** Gives a command a second, whatever time the chip asks for. */
export const impatient = declareReader({
  id: "reader/impatient",
  title: { ja: "待ち時間の延長を待たない", en: "does not wait for a slow chip" },
  slip: { answerMs: 1_000 },
  fails: { F07: ["reader/slow-chip-waited-for", "reader/served-again"] },
});
