import { declareReader } from "../declare.ts";

/** Goes on whatever the patient says to the name. */
export const ignoresNotMe = declareReader({
  id: "reader/ignores-not-me",
  title: { ja: "「本人ではない」でも先に進む", en: "goes on when the name is not the patient's" },
  slip: { endsAtNotMe: false },
  fails: { F25: ["reader/not-me-leaves-nothing"] },
});
