import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, sameFile, tellsOf } from "../reading.ts";

/** Two people fit: nobody's data are taken, the clerk is asked for the branch number or the card. */
export const severalAsks = check({
  id: "eligibility/several-asks",
  title: { ja: "複数該当の案内", en: "several match: ask for branch number or card" },
  expected: {
    ja: "資格有効性5では何も取り込まず、枝番またはカードを求める",
    en: "imports nothing on validity 5 and asks for branch number or card",
  },
  clause: "eligibility-rules.md §3.3 row 3, §3.7; requirements.md C09",
  requires: ["R3-11"],
  next: {
    ja: "資格有効性5を「該当なし」や「有効」と区別して表示してください",
    en: "tell validity 5 apart from none and from valid",
  },
  judge(trace) {
    const answers = answersOf(trace).filter(({ record }) => record.MessageBody.QualificationValidity === "5");
    if (answers.length === 0) return inconc({ ja: "複数該当の回答がなかった", en: "no answer with validity 5" });
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "several-found");
    for (const answer of answers) {
      const imported = actsOf(trace, "imported").find(({ message }) => sameFile(message.file, answer.file.name));
      if (imported !== undefined)
        return fail([answer.seq, imported.seq], {
          ja: "複数該当の回答を取り込んだ",
          en: "imported an ambiguous answer",
        });
      if (!alerts.some(tellsOf(trace, answer)))
        return fail([answer.seq], { ja: "複数該当を示さなかった", en: "did not tell that several match" });
    }
    return pass(
      alerts.map(({ seq }) => seq),
      { ja: "複数該当を示し、取り込まなかった", en: "told it, and imported nothing" },
    );
  },
  passes: ["C09"],
  bites: ["C09@broken/ignores-several"],
});
