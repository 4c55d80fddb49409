import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, visitsOf } from "../reading.ts";
import { AID_LAW, isAid, payersFor, pulledFor, pullsOf, twelveIn } from "./aid-reading.ts";

/** The pull brings own tickets and nothing else, and nobody is given a ticket the pull did not bring. */
export const pullIsolated = check({
  id: "aid/pull-isolated",
  title: { ja: "一括取得の範囲", en: "the bulk pull keeps to own tickets" },
  expected: {
    ja: "結果は自院あての医療扶助だけで、券の来た人だけを12で請求する",
    en: "the result has aid entrusted to this facility only, and 12 is billed for those whose ticket came",
  },
  clause: "eligibility-rules.md §13.3 PULL; requirements.md R0-20, R0-21, C43",
  requires: ["R0-20", "R0-21"],
  next: {
    ja: "一括取得に含まれない人を12で請求しないでください",
    en: "bill 12 for nobody the pull does not name",
  },
  judge(trace) {
    const pull = pullsOf(trace).at(-1);
    const asked = actsOf(trace, "asked");
    if (pull === undefined || pull.units.length === 0)
      return inconc({ ja: "一括取得の結果がなかった", en: "nothing was pulled" });
    const results = pull.units.flatMap((unit) => unit.ResultOfQualificationConfirmation);
    const foreign = results.find((result) => !isAid(result) || result.InsurerNumber?.startsWith(AID_LAW) !== true);
    if (foreign !== undefined)
      return fail([pull.seq], { ja: "医療扶助以外の情報が含まれる", en: "something other than aid was pulled" });
    const evidence = [pull.seq, ...asked.map(({ seq }) => seq)];
    for (const visit of visitsOf(trace)) {
      const payers = payersFor(trace, visit).at(-1);
      if (payers === undefined) continue;
      if ((twelveIn(payers) !== undefined) !== (pulledFor(trace, visit, pull) !== undefined))
        return fail([pull.seq, payers.seq], {
          ja: `来院${visit}: 一括取得の結果と公費12が合わない`,
          en: `visit ${visit}: 12 does not go with what was pulled`,
        });
      evidence.push(payers.seq);
    }
    return pass(evidence, { ja: "自院あての券の人だけを12とした", en: "12 for those entrusted to this facility only" });
  },
  passes: ["C43"],
  bites: ["C43@broken/bills-without-ticket"],
});
