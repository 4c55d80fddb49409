import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personAt, personIn } from "../reading.ts";

/** Several watchers see every patient's result; whose it is says the content, not the order. */
export const rightPatient = check({
  id: "identity/right-patient",
  title: { ja: "患者の取り違えなし", en: "the right patient" },
  expected: {
    ja: "結果を、氏名・生年月日が一致する患者の来院にだけ取り込む",
    en: "imports a result only into the visit of the patient it names",
  },
  clause: "receipt-system-interface.md §1.4 (several watchers); requirements.md C56, X-10",
  requires: ["X-10", "R3-29"],
  next: {
    ja: "到着順でなく、生年月日と氏名で来院と突き合わせてください",
    en: "match by birth date and name, never by order of arrival",
  },
  judge(trace) {
    const acts = [...actsOf(trace, "imported"), ...actsOf(trace, "refused")];
    if (acts.length === 0) return inconc({ ja: "結果が処理されなかった", en: "no result was handled" });
    const answers = new Map(answersOf(trace).map((answer) => [answer.file.name.toLowerCase(), answer]));
    for (const { seq, message } of actsOf(trace, "imported")) {
      const answer = answers.get(message.file.toLowerCase());
      const person = answer === undefined ? undefined : personIn(answer);
      const expected = personAt(trace, message.visit);
      if (answer === undefined || person === undefined || expected === undefined) continue;
      if (person.Birthdate === expected.birthdate && person.Name === expected.name) continue;
      return fail([answer.seq, seq], {
        ja: `来院${message.visit}に別の患者の結果を取り込んだ（${message.file}）`,
        en: `visit ${message.visit} received another patient's result (${message.file})`,
      });
    }
    return pass(
      acts.map(({ seq }) => seq),
      { ja: "すべて正しい患者に処理した", en: "every result went to the right patient" },
    );
  },
  passes: ["C01", "C05", "C15", "C56"],
  bites: ["C05@broken/takes-next-file", "C56@broken/takes-next-file"],
});
