import { declareReader } from "../declare.ts";

/** Reads a card that cannot be read again and again. */
export const readsWithoutEnd = declareReader({
  id: "reader/reads-without-end",
  title: { ja: "読めないカードを読み続ける", en: "reads an unreadable card without end" },
  slip: { readTries: 50 },
  fails: { F04: ["reader/retries-bounded"], F06: ["reader/retries-bounded"] },
});
