import { declareReader } from "../declare.ts";

/** Gives the next patient the consents of the one before. */
export const keepsConsents = declareReader({
  id: "reader/keeps-consents",
  title: { ja: "前の患者の同意を使い回す", en: "carries consents over to the next patient" },
  slip: { keeps: ({ consents }) => (consents === undefined ? {} : { consents }) },
  fails: {
    F17: ["reader/consents-as-touched"],
    F18: ["reader/consents-as-touched"],
    F21: ["reader/consents-as-touched"],
    F22: ["reader/consents-as-touched"],
    F23: ["reader/consents-as-touched"],
    F30: ["reader/consents-as-touched"],
  },
});
