import { declareReader } from "../declare.ts";

/** Hands the choices over once more when no answer came. */
export const concludesAgain = declareReader({
  id: "reader/concludes-again",
  title: { ja: "応答がないと結果をもう一度求める", en: "asks for the result again when no answer came" },
  slip: { concludesAgain: true },
  fails: { F20: ["reader/one-result-at-most"] },
});
