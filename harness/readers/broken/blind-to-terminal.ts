import { declareReader } from "../declare.ts";

/** Asks for a card although no terminal is there. */
export const blindToTerminal = declareReader({
  id: "reader/blind-to-terminal",
  title: { ja: "端末がなくても受付を始める", en: "begins although no terminal is there" },
  slip: { looksForTerminal: false },
  fails: { F21: ["reader/out-of-service-shown"] },
});
