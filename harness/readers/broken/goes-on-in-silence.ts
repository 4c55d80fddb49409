import { declareReader } from "../declare.ts";

/** Offers the next way although the card answers nothing any more. */
export const goesOnInSilence = declareReader({
  id: "reader/goes-on-in-silence",
  title: { ja: "カードが応答しなくても続ける", en: "goes on when the card fell silent" },
  slip: { endsInSilence: false },
  fails: { F03: ["reader/silence-ends"] },
});
