import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes every notice for a loss and deletes the stored insurance, although the claim stays with it. */
export const dropsBilled = declareSubject({
  id: "broken/drops-billed",
  title: { ja: "振替されなかったレセプトの資格を消す", en: "gives up the insurance of a claim that was not moved" },
  decisions: { ...referenceDecisions, dropsBilled: true },
  fails: { C66: ["claims/record-as-told"], C67: ["claims/record-as-told"] },
});
