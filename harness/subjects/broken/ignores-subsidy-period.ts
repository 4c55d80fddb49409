import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Applies a certificate outside its dates. */
export const ignoresSubsidyPeriod = declareSubject({
  id: "broken/ignores-subsidy-period",
  title: { ja: "受給者証の有効期間を見ない", en: "ignores the dates of certificates" },
  decisions: { ...referenceDecisions, ignoresPeriods: true },
  fails: {
    C52: ["subsidy/period-kept"],
  },
});
