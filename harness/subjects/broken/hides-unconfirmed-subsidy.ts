import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Says nothing when PMH does not answer. */
export const hidesUnconfirmedSubsidy = declareSubject({
  id: "broken/hides-unconfirmed-subsidy",
  title: { ja: "医療費助成の未確認を表示しない", en: "does not tell that a subsidy was not confirmed" },
  decisions: { ...referenceDecisions, tellsUnconfirmedSubsidy: false },
  fails: {
    C51: ["subsidy/unconfirmed-told"],
  },
});
