import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personAt, personIn, sameFile, tellsOf, visitOf } from "../reading.ts";

/** Data of somebody else must be noticed before they are saved. */
export const differenceShown = check({
  id: "identity/difference-shown",
  title: { ja: "別人の情報の検知", en: "another person's data are noticed" },
  expected: {
    ja: "患者と異なる氏名・生年月日の結果では、保存前に相違を警告する",
    en: "warns of the difference in name or birth date before anything is saved",
  },
  clause: "requirements.md R3-25, R3-29 (operations help guide, case 1-③)",
  requires: ["R3-25", "R3-29"],
  next: {
    ja: "取込前に登録情報・問診票と氏名・生年月日を比較し、警告してください",
    en: "compare name and birth date with chart or questionnaire before importing",
  },
  judge(trace) {
    const foreign = answersOf(trace).filter((answer) => {
      const expected = personAt(trace, visitOf(trace, answer) ?? "");
      const person = personIn(answer);
      return (
        expected !== undefined &&
        person !== undefined &&
        (person.Birthdate !== expected.birthdate || person.Name !== expected.name)
      );
    });
    if (foreign.length === 0) return inconc({ ja: "別人の情報は返らなかった", en: "no other person's data came back" });
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "identity-difference");
    for (const answer of foreign) {
      const { seq, file } = answer;
      const imported = actsOf(trace, "imported").find(({ message }) => sameFile(message.file, file.name));
      if (imported !== undefined)
        return fail([seq, imported.seq], { ja: "別人の情報を取り込んだ", en: "another person's data were imported" });
      if (!alerts.some(tellsOf(trace, answer))) {
        return fail([seq], { ja: "相違を警告しなかった", en: "the difference was not shown" });
      }
    }
    return pass(
      alerts.map(({ seq }) => seq),
      { ja: "相違を警告し、取り込まなかった", en: "the difference was shown, nothing was imported" },
    );
  },
  passes: ["C15"],
  bites: ["C15@broken/imports-other-person"],
});
