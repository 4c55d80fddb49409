import { declareReader } from "../declare.ts";

/** Counts the tries of the PIN itself, from three. */
export const ownPinCounter = declareReader({
  id: "reader/own-pin-counter",
  title: { ja: "暗証番号の残り回数を自分で数える", en: "counts the tries of the PIN itself" },
  slip: { triesShown: (_cardSays, typed) => Math.max(0, 3 - typed) },
  fails: { F08: ["reader/tries-as-card-says"] },
});
