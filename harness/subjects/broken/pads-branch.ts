import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Pads the branch number to three digits in its requests. */
export const padsBranch = declareSubject({
  id: "broken/pads-branch",
  title: { ja: "枝番を誤った桁数で書く", en: "writes branch numbers with three digits" },
  decisions: { ...referenceDecisions, writeBranch: (branch) => branch?.padStart(3, "0") },
  fails: {
    C06: ["exchange/requests-well-formed"],
    C07: ["exchange/requests-well-formed"],
    C12: ["exchange/requests-well-formed"],
    C14: ["eligibility/open-visits-reverified"],
    C19: ["exchange/requests-well-formed"],
    C20: ["exchange/requests-well-formed"],
    C22: ["consent/benefits-as-answered", "exchange/requests-well-formed"],
    C23: ["exchange/requests-well-formed"],
    C53: ["line/rechecked-after-recovery"],
    C60: ["exchange/requests-well-formed"],
    C62: ["exchange/requests-well-formed"],
    C69: ["exchange/requests-well-formed"],
    C70: ["exchange/requests-well-formed"],
    C72: ["eligibility/open-visits-reverified"],
  },
});
