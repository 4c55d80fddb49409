import { referenceDecisions } from "./decisions.ts";
import { declareSubject } from "./declare.ts";

/** The reference receipt system: passes every scenario. */
export const reference = declareSubject({
  id: "reference",
  title: { ja: "基準レセコン", en: "reference receipt system" },
  decisions: referenceDecisions,
  fails: {},
});
