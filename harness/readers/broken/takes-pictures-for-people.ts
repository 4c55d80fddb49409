import { declareReader } from "../declare.ts";

/** Compares whatever is held up, and does not ask whether it lives. */
export const takesPicturesForPeople = declareReader({
  id: "reader/takes-pictures-for-people",
  title: { ja: "写真や画面を本人とみなす", en: "takes a picture held up for a person" },
  slip: { asksForLife: false },
  fails: { F11: ["reader/no-face-without-life"], F12: ["reader/no-face-without-life"] },
});
