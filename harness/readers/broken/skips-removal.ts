import { declareReader } from "../declare.ts";

/** Ends a session although the card still lies there. */
export const skipsRemoval = declareReader({
  id: "reader/skips-removal",
  title: { ja: "カードが残っていても次を始める", en: "does not wait for the card to be taken" },
  slip: { waitsForRemoval: false },
  fails: { F19: ["reader/registration-told"], F24: ["reader/card-removed-before-next"] },
});
