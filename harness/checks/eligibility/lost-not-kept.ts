import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, personAt, visitsOf } from "../reading.ts";

const LOST = new Set(["2", "3"]);

/** An insurance the centre calls lost must not stay billable. */
export const lostNotKept = check({
  id: "eligibility/lost-not-kept",
  title: { ja: "喪失した資格を残さない", en: "a lost insurance is not kept" },
  expected: {
    ja: "資格有効性2・3の回答後、旧資格を有効のまま残さず、その旨を表示する",
    en: "after validity 2 or 3 tells it and keeps nothing billable",
  },
  clause: "eligibility-rules.md §3.7; requirements.md R3-12, C10",
  requires: ["R3-12", "R3-18"],
  next: {
    ja: "無効の回答では取り込まず、登録済みの保険に無効の印を付けてください",
    en: "do not import on invalid; mark the stored insurance as not billable",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const lost = answersFor(trace, visit).filter(({ record }) =>
        LOST.has(record.MessageBody.QualificationValidity ?? ""),
      );
      const [answer] = lost;
      if (answer === undefined) continue;
      const name = answer.file.name.toLowerCase();
      const imported = actsOf(trace, "imported").find(({ message }) => message.file.toLowerCase() === name);
      if (imported !== undefined)
        return fail([answer.seq, imported.seq], {
          ja: "喪失した資格を取り込んだ",
          en: "the lost insurance was imported",
        });
      const told = actsOf(trace, "alerted").find(({ message }) => (message.file ?? "").toLowerCase() === name);
      if (told === undefined) return fail([answer.seq], { ja: "喪失を表示しなかった", en: "the loss was not told" });
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
      evidence.push(answer.seq, told.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "無効の回答がなかった", en: "no invalid answer came" });
    return pass(evidence, { ja: "喪失を表示し、残さなかった", en: "the loss was told and nothing was kept" });
  },
  passes: ["C10", "C11"],
  bites: ["C10@broken/keeps-invalid", "C11@broken/keeps-invalid"],
});
