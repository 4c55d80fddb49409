import { declareReader } from "../declare.ts";

/** Gives up on a phone that was not read at once. */
export const oneHoldOnly = declareReader({
  id: "reader/one-hold-only",
  title: { ja: "スマートフォンのかざし直しを認めない", en: "gives up on a phone at the first hold" },
  slip: { phoneTries: 1 },
  fails: { F26: ["reader/phone-guided"] },
});
