import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import type { Alert } from "../../subjects/subject.ts";
import {
  type ActCrossing,
  actsOf,
  answersFor,
  notTold,
  personAt,
  type ReadAnswer,
  sameFile,
  stepsOf,
  tellsOf,
  toldAtEach,
  visitsOf,
} from "../reading.ts";

const validityOf = ({ record }: ReadAnswer): string => record.MessageBody.QualificationValidity ?? "";

/** What is told of each kind of loss: the next step is another one (eligibility-rules.md §3.7). */
const TOLD: ReadonlyMap<string, Alert> = new Map([
  ["2", "insurance-lost"],
  ["3", "newer-insurance-exists"],
]);

/** How a visit was closed that ended with "lost" and nothing shown in its place, though it must be asked about again. */
function closedOnLoss(trace: Trace, visit: string): ActCrossing<"settled"> | undefined {
  const empty = stepsOf(trace, "settle").find(({ message }) => message.visit === visit && message.proof === "none");
  const left = actsOf(trace, "settled").find(
    ({ seq, message }) => empty !== undefined && seq > empty.seq && message.visit === visit,
  );
  const last = answersFor(trace, visit).findLast(({ seq }) => left !== undefined && seq < left.seq);
  // Where a newer insurance exists (3) it is asked for at once.
  return last !== undefined && validityOf(last) === "2" && left?.message.recheck === false ? left : undefined;
}

/** An insurance the centre calls lost must not stay billable. */
export const lostNotKept = check({
  id: "eligibility/lost-not-kept",
  title: { ja: "喪失した資格を残さない", en: "a lost insurance is not kept" },
  expected: {
    ja: "資格有効性2・3の回答後、旧資格を有効のまま残さず、喪失（2）か新しい資格あり（3）かを示し、確認できないままの2の来院は後日確認に回す",
    en: "after validity 2 or 3 keeps nothing billable and tells which of them it is; a visit that ends with 2 and no proof is flagged",
  },
  clause: "eligibility-rules.md §3.7; requirements.md R3-12, X-01, C10, C11",
  requires: ["R3-12", "R3-14", "R3-18", "X-01"],
  next: {
    ja: "無効の回答では取り込まず、登録済みの保険に無効の印を付け、2・3・4を区別して示し、来院を再確認の対象にしてください",
    en: "do not import on invalid; mark the stored insurance as not billable, tell 2, 3 and 4 apart, and flag the visit",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const answer = answersFor(trace, visit).find((one) => TOLD.has(validityOf(one)));
      if (answer === undefined) continue;
      const code = TOLD.get(validityOf(answer));
      const imported = actsOf(trace, "imported").find(({ message }) => sameFile(message.file, answer.file.name));
      if (imported !== undefined)
        return fail([answer.seq, imported.seq], {
          ja: "喪失した資格を取り込んだ",
          en: "the lost insurance was imported",
        });
      const tells = tellsOf(trace, answer);
      const told = actsOf(trace, "alerted").find((alert) => alert.message.alert === code && tells(alert));
      if (told === undefined)
        return fail([answer.seq], { ja: "喪失をその種別で示さなかった", en: "the loss was not told as what it is" });
      const holdings = actsOf(trace, "holdings").at(-1);
      const person = personAt(trace, visit);
      const kept = holdings?.message.people.find(
        ({ name: held, birthdate, billable }) => billable && held === person?.name && birthdate === person.birthdate,
      );
      if (holdings !== undefined && kept !== undefined)
        return fail([answer.seq, holdings.seq], {
          ja: `請求可能なまま残っている: ${kept.chart}`,
          en: `still billable: ${kept.chart}`,
        });
      const closed = closedOnLoss(trace, visit);
      if (closed !== undefined)
        return fail([answer.seq, closed.seq], {
          ja: `来院${visit}を後日確認の対象にしなかった`,
          en: `visit ${visit} was not flagged for another check`,
        });
      evidence.push(answer.seq, told.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "無効の回答がなかった", en: "no invalid answer came" });
    const { silent } = toldAtEach(trace, stepsOf(trace, "list-holdings"), "holdings");
    if (silent.length > 0) return notTold(silent);
    return pass(evidence, { ja: "喪失を表示し、残さなかった", en: "the loss was told and nothing was kept" });
  },
  passes: ["C10", "C11"],
  bites: [
    "C10@broken/keeps-invalid",
    "C11@broken/keeps-invalid",
    "C10@broken/calls-lost-unknown",
    "C10@broken/closes-lost-visits",
  ],
});
