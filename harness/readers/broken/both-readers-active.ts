import { declareReader } from "../declare.ts";

/** Takes cards at the general reader while a face reader is there. */
export const bothReadersActive = declareReader({
  id: "reader/both-readers-active",
  title: { ja: "汎用リーダーでも同時に受け付ける", en: "takes cards at both kinds of reader" },
  slip: { pairedTakesCards: true },
  fails: { F27: ["reader/paired-reader-waits"] },
});
