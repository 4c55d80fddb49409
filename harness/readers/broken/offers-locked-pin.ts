import { declareReader } from "../declare.ts";

/** Offers the PIN whatever the card says of it. */
export const offersLockedPin = declareReader({
  id: "reader/offers-locked-pin",
  title: { ja: "使えない暗証番号を選ばせる", en: "offers a PIN that cannot be used" },
  slip: { offersPin: () => true },
  fails: { F09: ["reader/unusable-pin-not-offered"], F10: ["reader/unusable-pin-not-offered"] },
});
