import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Finds by kana only what is written letter by letter the same. */
export const exactKana = declareSubject({
  id: "broken/exact-kana",
  title: { ja: "カナを一字一句で比較する", en: "compares kana letter by letter" },
  decisions: { ...referenceDecisions, foldKana: (kana) => kana },
  fails: { C16: ["identity/found-by-kana"] },
});
