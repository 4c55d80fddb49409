import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the numbers of disaster claims for every unknown one. */
export const ninesForUnknown = declareSubject({
  id: "broken/nines-for-unknown",
  title: { ja: "不詳請求を災害用の9で埋める", en: "fills unknown claims with the nines of a disaster" },
  decisions: {
    ...referenceDecisions,
    unknownNumbers: (given) => referenceDecisions.unknownNumbers({ ...given, disaster: true }),
  },
  fails: { C62: ["claims/unknown-filled"] },
});
