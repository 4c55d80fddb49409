import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, tellsOf } from "../reading.ts";
import { isConfirmed, subsidyFilesOf } from "./subsidy-reading.ts";

/** PMH that does not answer is told as what it is; the insurance is taken all the same. */
export const unconfirmedTold = check({
  id: "subsidy/unconfirmed-told",
  title: { ja: "医療費助成の「未確認」の表示", en: "a subsidy that was not confirmed is told" },
  expected: {
    ja: "PMHが応答しないとき、保険は取り込み、医療費助成が未確認であることを示す",
    en: "when PMH does not answer the insurance is imported and the subsidy is told as not confirmed",
  },
  clause: "eligibility-rules.md §10.4 row 9; requirements.md C51",
  requires: ["R4-04", "X-04"],
  next: {
    ja: "PMHsimsm01の処理結果区分9を「未確認」として表示してください",
    en: "show segment 9 of PMHsimsm01 as not confirmed",
  },
  judge(trace) {
    // Without an answer about the insurance nothing tells whose certificates they were.
    const silent = subsidyFilesOf(trace).filter(
      (file) => !isConfirmed(file) && file.visit !== undefined && answersFor(trace, file.visit).length > 0,
    );
    if (silent.length === 0) return inconc({ ja: "PMHは応答した", en: "PMH answered" });
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "subsidy-not-confirmed");
    const evidence: number[] = [];
    for (const file of silent) {
      const told = alerts.find(tellsOf(trace, { seq: file.seq, file: { folder: "face", name: file.file } }));
      const imported = actsOf(trace, "imported").find(({ message }) => message.visit === file.visit);
      if (told === undefined || imported === undefined)
        return fail([file.seq], {
          ja: told === undefined ? "未確認であることを示さなかった" : "保険を取り込まなかった",
          en: told === undefined ? "it was not told" : "the insurance was not imported",
        });
      evidence.push(file.seq, told.seq, imported.seq);
    }
    return pass(evidence, { ja: "保険を取り込み、未確認を示した", en: "the insurance was imported, the subsidy told" });
  },
  passes: ["C51"],
  bites: ["C51@broken/hides-unconfirmed-subsidy"],
});
