import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Asks the whole price of whoever shows a certificate that the centre does not know, to be settled some day. */
export const takesDeposit = declareSubject({
  id: "broken/takes-deposit",
  title: {
    ja: "資格確認書で受け付けた患者から全額を預かる",
    en: "takes the whole price where a certificate was shown",
  },
  decisions: {
    ...referenceDecisions,
    askedUnanswered: ({ costYen, share }, proved) => (proved ? costYen : share),
  },
  fails: { C06: ["charge/share-as-owed"] },
});
