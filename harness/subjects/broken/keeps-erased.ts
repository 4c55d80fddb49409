import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Reports an erasure and leaves the other person's data where they were. */
export const keepsErased = declareSubject({
  id: "broken/keeps-erased",
  title: { ja: "誤提供データを消さない", en: "keeps what it should erase" },
  decisions: { ...referenceDecisions, leftAfterErasure: (entry) => entry },
  fails: { C15: ["identity/erased-leaves-nothing"], C79: ["identity/erased-leaves-nothing"] },
});
