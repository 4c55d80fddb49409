import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, sameFile } from "../reading.ts";

const COMPARED = [
  "InsurerNumber",
  "InsuredCardSymbol",
  "InsuredIdentificationNumber",
  "InsuredBranchNumber",
  "PersonalFamilyClassification",
] as const;

/** What came is stored as it came; that it differs from what was stored before is shown. */
export const storedDifferencesShown = check({
  id: "identity/stored-differences-shown",
  title: { ja: "登録情報との相違の表示", en: "differences from stored data are shown" },
  expected: {
    ja: "記号・番号・枝番・本人家族が登録情報と異なる結果では、相違を表示する",
    en: "shows where symbol, number, branch or 本人・家族 of a result differ from what is stored",
  },
  clause: "requirements.md R3-05 to R3-09, R3-29, C17",
  requires: ["R3-05", "R3-06", "R3-08", "R3-29"],
  next: {
    ja: "取込前に登録情報と各項目を比較し、相違を表示してください",
    en: "compare item by item with the stored data before importing, and show the differences",
  },
  judge(trace) {
    const imports = actsOf(trace, "imported");
    const alerts = actsOf(trace, "alerted").filter(
      ({ message }) => message.alert === "stored-data-differs" || message.alert === "insurance-changed",
    );
    const evidence: number[] = [];
    for (const [index, { seq, message }] of imports.entries()) {
      const before = imports.slice(0, index).findLast(({ message: earlier }) => earlier.chart === message.chart);
      if (before === undefined) continue;
      const differs = COMPARED.filter((name) => (before.message.items[name] ?? "") !== (message.items[name] ?? ""));
      if (differs.length === 0) continue;
      const alert = alerts.find(({ message: act }) => act.visit === message.visit || sameFile(act.file, message.file));
      if (alert === undefined)
        return fail([before.seq, seq], {
          ja: `来院${message.visit}: ${differs.join("、")}の相違を示さなかった`,
          en: `visit ${message.visit}: the difference in ${differs.join(", ")} was not shown`,
        });
      evidence.push(alert.seq);
    }
    return evidence.length === 0
      ? inconc({ ja: "相違のある取込がなかった", en: "no import differed from what was stored" })
      : pass(evidence, { ja: "相違を表示した", en: "the differences were shown" });
  },
  passes: ["C17"],
  bites: ["C17@broken/hides-differences"],
});
