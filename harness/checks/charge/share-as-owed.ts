import { check, fail, inconc, pass } from "../../check.ts";
import { notTold } from "../reading.ts";
import { owedIn } from "./owed.ts";

/** The counter asks the share of the ratio, and never more than the monthly cap. */
export const shareAsOwed = check({
  id: "charge/share-as-owed",
  title: { ja: "窓口負担額", en: "the patient pays what is owed" },
  expected: {
    ja: "負担割合どおりの額を求め、月の合計が適用区分の上限を超えない",
    en: "asks the share of the ratio; the month's sum stays within the cap of the limit class",
  },
  clause: "eligibility-rules.md §4.1, §4.2, §4.4; requirements.md R1-27",
  requires: ["R1-25", "R1-27", "SYS-30"],
  next: {
    ja: "取り込んだ割合と適用区分から、その月の支払済額を差し引いて計算してください",
    en: "reckon with the imported ratio and class, less what was paid in the month",
  },
  judge(trace) {
    // A cap that is not in our table must not be held against anybody who has it.
    const all = owedIn(trace).filter(({ cap }) => cap === undefined || cap.certainty === "stated");
    if (all.length === 0) {
      return inconc({ ja: "判定できる会計がなかった", en: "nothing was charged that we can judge" });
    }
    const evidence: number[] = [];
    for (const { visit, charged, payYen } of all) {
      if (charged === undefined) continue;
      if (charged.message.payYen !== payYen) {
        return fail([charged.seq], {
          ja: `来院${visit}: ${payYen}円のはずが${charged.message.payYen}円`,
          en: `visit ${visit}: should be ${payYen} yen, is ${charged.message.payYen}`,
        });
      }
      evidence.push(charged.seq);
    }
    const silent = all.filter(({ charged }) => charged === undefined);
    if (silent.length > 0) return notTold(silent.map(({ step }) => step));
    return pass(evidence, { ja: `${all.length}件とも正しい`, en: `all ${all.length} are right` });
  },
  passes: ["C06", "C19", "C23", "C49", "C62"],
  bites: ["C19@broken/charges-full-share", "C06@broken/takes-deposit", "C49@broken/waives-refunded"],
});
