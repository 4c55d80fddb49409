import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor } from "../reading.ts";

/** Outcomes of a web screen that show somebody's eligibility (rules §15.1, §15.2). */
const FOUND: ReadonlySet<string> = new Set(["eligibility", "shown"]);

/** What the web screens found is on the visit it was looked up for; what they refused is on none and confirms none. */
export const lookupAttached = check({
  id: "line/lookup-attached",
  title: { ja: "障害時照会・災害時閲覧の資格の紐付け", en: "eligibility looked up is attached" },
  expected: {
    ja: "Web画面で見つかった資格をその来院に紐付け、見つからなかったときは何も紐付けず、確認済みにもしない",
    en: "attaches what the web screen found to the visit it was looked up for, and when it found nothing neither attaches nor confirms",
  },
  clause: "eligibility-rules.md §15.1, §15.2; requirements.md C77, C78, R3-46",
  requires: ["R3-46", "R1-34"],
  next: {
    ja: "障害中の来院に、復旧後の照会結果を手入力または取込で紐付けてください",
    en: "let the clerk attach the result of the look-up to the visit made in the outage",
  },
  judge(trace) {
    const looks = trace.on("web.screen");
    if (!looks.some(({ message }) => FOUND.has(message.outcome) && message.withheld !== true))
      return inconc({ ja: "資格を示した画面がなかった", en: "no screen showed an eligibility" });
    const evidence: number[] = [];
    for (const [index, { seq, message }] of looks.entries()) {
      if (message.withheld === true) continue; // without numbers there is nothing to type
      const next = looks[index + 1]?.seq ?? Number.POSITIVE_INFINITY;
      const attached = actsOf(trace, "attached").find(
        (act) => act.seq > seq && act.seq < next && act.message.visit === message.visit,
      );
      if ((attached !== undefined) !== FOUND.has(message.outcome)) {
        const seqs = attached === undefined ? [seq] : [seq, attached.seq];
        return attached === undefined
          ? fail(seqs, { ja: "見つかった資格を紐付けなかった", en: "what was found was not attached" })
          : fail(seqs, { ja: "見つからない照会から紐付けた", en: "something was attached though nothing was found" });
      }
      evidence.push(seq, ...(attached === undefined ? [] : [attached.seq]));
    }
    const unfounded = confirmedOnNothing(trace);
    if (unfounded !== undefined)
      return fail(unfounded, {
        ja: "照会で見つからない来院を確認済みにした",
        en: "a visit was confirmed though its look-ups found nothing",
      });
    return pass(evidence, { ja: "見つかった資格だけを紐付けた", en: "what was found was attached, and nothing else" });
  },
  passes: ["C78", "C77"],
  bites: ["C78@broken/ignores-lookup", "C77@broken/ignores-lookup", "C77@broken/counts-refused-lookup"],
});

/** A visit that was confirmed with look-ups that found nothing, and no answer besides; with the last of them. */
function confirmedOnNothing(trace: Trace): readonly number[] | undefined {
  for (const { seq, message } of actsOf(trace, "settled")) {
    if (message.standing !== "confirmed") continue;
    const looks = trace.on("web.screen").filter((look) => look.seq < seq && look.message.visit === message.visit);
    const last = looks.at(-1);
    const answered = answersFor(trace, message.visit).some((answer) => answer.seq < seq);
    if (last === undefined || answered || looks.some((look) => FOUND.has(look.message.outcome))) continue;
    return [last.seq, seq];
  }
  return undefined;
}
