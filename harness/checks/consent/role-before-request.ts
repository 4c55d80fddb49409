import { check, fail, inconc, pass } from "../../check.ts";
import { medicalRequestsOf } from "../medical-files.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** Who may not view does not make the system ask. */
export const roleBeforeRequest = check({
  id: "consent/role-before-request",
  title: { ja: "職種の確認", en: "the role is looked at before a request" },
  expected: {
    ja: "閲覧できない職種の操作では要求を出さず、何も表示せず、誰が操作したかを記録する",
    en: "for a user who may not view no request goes out, nothing is shown, and it is kept who tried",
  },
  clause: "eligibility-rules.md §6.2; requirements.md C28, SYS-49, SYS-51",
  requires: ["SYS-06", "SYS-49", "SYS-51", "R1-07", "R1-30"],
  next: {
    ja: "要求を書き出す前に、操作者の職種が閲覧できるものかを確認してください",
    en: "check before writing a request that the user's role may view it",
  },
  judge(trace) {
    const requests = medicalRequestsOf(trace);
    const views = stepsOf(trace, "view-medical");
    const evidence: number[] = [];
    for (const [index, { seq, message }] of views.entries()) {
      if (message.role !== "clerk") continue;
      const until = views[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
      const asked = requests.filter(
        (request) => request.seq > seq && request.seq < until && request.visit === message.visit,
      );
      const kept = actsOf(trace, "medical").filter(
        (act) => act.seq > seq && act.seq < until && act.message.role === "clerk",
      );
      const shown = kept.filter((act) => act.message.outcome === "shown");
      if (asked.length + shown.length > 0)
        return fail(
          [...asked, ...shown].map((crossing) => crossing.seq).toSorted((a, b) => a - b),
          {
            ja: "閲覧できない職種の操作で要求・表示した",
            en: "a user who may not view made the system ask or show",
          },
        );
      evidence.push(...kept.map((act) => act.seq));
    }
    if (evidence.length === 0)
      return inconc({ ja: "閲覧できない職種の操作が記録されていない", en: "no attempt of such a user was kept" });
    return pass(evidence, { ja: "要求せずに記録した", en: "nothing was asked, and the attempt was kept" });
  },
  passes: ["C28"],
  bites: ["C28@broken/ignores-role"],
});
