import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personAt, personIn, stepsOf, visitOf } from "../reading.ts";

/** Data provided in error must be deleted, and the deletion must be provable. */
export const erasedLeavesNothing = check({
  id: "identity/erased-leaves-nothing",
  title: { ja: "誤提供データの削除", en: "erasing leaves nothing" },
  expected: {
    ja: "削除後、別人の氏名・番号がどこにも残らない",
    en: "after the deletion neither name nor number of the other person remains",
  },
  clause: "requirements.md R3-26, X-07",
  requires: ["R3-26", "X-07"],
  next: { ja: "保留・一時保存も含めて削除してください", en: "delete set-aside and temporary copies as well" },
  judge(trace) {
    const erasures = stepsOf(trace, "erase");
    const after = actsOf(trace, "holdings").findLast(({ seq }) => erasures.every((step) => step.seq < seq));
    if (erasures.length === 0 || after === undefined)
      return inconc({ ja: "削除後の一覧がない", en: "no list after an erasure" });
    for (const { message } of erasures) {
      const visit = message.visit ?? "";
      const expected = personAt(trace, visit);
      for (const answer of answersOf(trace)) {
        const person = personIn(answer);
        if (visitOf(trace, answer) !== visit || person === undefined || person.Name === expected?.name) continue;
        const left = after.message.people.find(
          ({ name, birthdate, insurerNumber, insuredNumber }) =>
            (name === person.Name && birthdate === person.Birthdate) ||
            // Whoever's name stands beside it; without a number there is nothing to compare.
            (insuredNumber !== undefined &&
              insuredNumber === person.InsuredIdentificationNumber &&
              insurerNumber === person.InsurerNumber),
        );
        if (left !== undefined)
          return fail([answer.seq, after.seq], { ja: `残っている: ${left.chart}`, en: `still there: ${left.chart}` });
      }
    }
    return pass([after.seq], { ja: "何も残っていない", en: "nothing remains" });
  },
  passes: ["C15", "C79"],
  bites: [
    "C15@broken/keeps-erased",
    "C79@broken/keeps-erased",
    "C15@broken/erases-name-only",
    "C79@broken/erases-name-only",
  ],
});
