import { declareReader } from "../declare.ts";

/** Takes a screen that nobody answered for a refusal, and goes on. */
export const goesOnUnanswered = declareReader({
  id: "reader/goes-on-unanswered",
  title: { ja: "無操作でも先に進む", en: "goes on when nobody answers" },
  slip: { endsUnanswered: false },
  fails: { F23: ["reader/abandoned-is-cleared"] },
});
