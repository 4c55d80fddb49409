import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, stepsOf, tellsOf } from "../reading.ts";

/** Kana and birth date can fit two people: then a human decides, and only then is anything imported. */
export const humanChoosesChart = check({
  id: "identity/human-chooses-chart",
  title: { ja: "カルテ候補が複数のときは人が選ぶ", en: "where several charts fit, a human chooses" },
  expected: {
    ja: "候補が複数あれば選択を求め、選ばれる前には取り込まない",
    en: "asks which chart is meant and imports nothing before it is told",
  },
  clause: "requirements.md R1-23, R1-24, C34",
  requires: ["R1-24"],
  next: {
    ja: "カナ氏名・生年月日の一致が複数のときは自動で決めず、選択画面を出してください",
    en: "where kana and birth date fit several charts, ask instead of deciding",
  },
  judge(trace) {
    const [choice] = stepsOf(trace, "choose-chart");
    if (choice === undefined) return inconc({ ja: "選択の場面がなかった", en: "there was nothing to choose" });
    const { visit } = choice.message;
    if (answersFor(trace, visit ?? "").length === 0) return inconc({ ja: "回答がなかった", en: "no answer came" });
    const tells = answersFor(trace, visit ?? "").map((answer) => tellsOf(trace, answer));
    const asked = actsOf(trace, "alerted").find(
      (alert) => alert.message.alert === "chart-unclear" && tells.some((isAbout) => isAbout(alert)),
    );
    const imported = actsOf(trace, "imported").find(({ message }) => message.visit === visit);
    if (imported !== undefined && imported.seq < choice.seq)
      return fail([imported.seq], { ja: "選択の前に取り込んだ", en: "imported before anybody chose" });
    if (asked === undefined) return fail([choice.seq], { ja: "選択を求めなかった", en: "did not ask" });
    if (imported === undefined)
      return fail([choice.seq], { ja: "選択の後も取り込まなかった", en: "imported nothing after the choice either" });
    return pass([asked.seq, imported.seq], {
      ja: "選択を求め、選択後に取り込んだ",
      en: "asked, and imported afterwards",
    });
  },
  passes: ["C34"],
  bites: ["C34@broken/opens-new-chart"],
});
