import { declareReader } from "../declare.ts";

/** Takes the answer for one kind of information for that of another. */
export const mixesUpConsents = declareReader({
  id: "reader/mixes-up-consents",
  title: { ja: "同意の項目を取り違える", en: "mixes up two kinds of consent" },
  slip: {
    given: (answered, kind) => answered[kind === "drug" ? "care" : kind] ?? false,
  },
  fails: { F18: ["reader/consents-as-touched"], F30: ["reader/consents-as-touched"] },
});
