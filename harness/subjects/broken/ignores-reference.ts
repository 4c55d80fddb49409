import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Looks for a chart by the insured number only, and opens a new one when that has changed. */
export const ignoresReference = declareSubject({
  id: "broken/ignores-reference",
  title: { ja: "照会番号を使わず被保険者番号だけで探す", en: "knows patients by their insured number only" },
  decisions: {
    ...referenceDecisions,
    findChart: ({ keys }, charts) => {
      const found = charts.find(({ insurance }) => insurance?.number === keys?.number && keys !== undefined);
      return found === undefined ? "none" : { chart: found.id };
    },
  },
  fails: {
    C33: ["identity/chart-by-reference", "identity/one-chart-each"],
    C34: ["identity/human-chooses-chart", "identity/one-chart-each"],
    C35: ["identity/chart-by-reference", "identity/one-chart-each"],
  },
});
