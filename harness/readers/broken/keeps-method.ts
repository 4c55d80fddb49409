import { declareReader } from "../declare.ts";

/** Goes on with the way the patient before chose: the visual mode that was left on. */
export const keepsMethod = declareReader({
  id: "reader/keeps-method",
  title: { ja: "前の患者の確認方法のまま続ける", en: "stays in the mode of the patient before" },
  slip: { keeps: ({ method }) => (method === undefined ? {} : { method }) },
  fails: { F08: ["reader/method-chosen-anew"], F16: ["reader/method-chosen-anew"] },
});
