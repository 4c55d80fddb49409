import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, tellsOf } from "../reading.ts";

/** Validity 3 says more than "lost": the patient has another insurance, ask for it. */
export const newerInsuranceTold = check({
  id: "eligibility/newer-insurance-told",
  title: { ja: "新しい資格の存在の表示", en: "a newer insurance is told" },
  expected: {
    ja: "資格有効性3では「新しい資格あり」を無効と区別して示す",
    en: "tells validity 3 apart from plain invalid",
  },
  clause: "eligibility-rules.md §3.7; requirements.md R3-14, C11",
  requires: ["R3-14", "R3-11"],
  next: {
    ja: "資格有効性3を2と区別し、新しい保険の提示を求める表示にしてください",
    en: "tell 3 apart from 2 and ask for the new insurance",
  },
  judge(trace) {
    const answers = answersOf(trace).filter(({ record }) => record.MessageBody.QualificationValidity === "3");
    if (answers.length === 0) return inconc({ ja: "資格有効性3の回答がなかった", en: "no answer with validity 3" });
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "newer-insurance-exists");
    const missed = answers.filter((answer) => !alerts.some(tellsOf(trace, answer)));
    if (missed.length > 0)
      return fail(
        missed.map(({ seq }) => seq),
        { ja: "新しい資格の存在を示さなかった", en: "the newer insurance was not told" },
      );
    return pass(
      alerts.map(({ seq }) => seq),
      { ja: "新しい資格の存在を示した", en: "the newer insurance was told" },
    );
  },
  passes: ["C11"],
  bites: ["C11@broken/keeps-invalid"],
});
