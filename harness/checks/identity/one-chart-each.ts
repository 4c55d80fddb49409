import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";

/** A known patient with a new insured number is not a new patient. */
export const oneChartEach = check({
  id: "identity/one-chart-each",
  title: { ja: "二重カルテを作らない", en: "one chart a person" },
  expected: {
    ja: "登録済みの患者に二つ目のカルテを作らない",
    en: "opens no second chart for a patient who has one",
  },
  clause: "requirements.md R1-23, R1-24, C33, C34, C54",
  requires: ["R1-23", "R1-24"],
  next: {
    ja: "照会番号、なければ保険資格、カナ氏名と生年月日でカルテを検索してから新規登録してください",
    en: "look for the chart by reference number, insurance, kana and birth date before opening a new one",
  },
  judge(trace) {
    const list = actsOf(trace, "holdings").at(-1);
    if (list === undefined) return inconc({ ja: "保有データの一覧がない", en: "no list of holdings" });
    const people = new Map<string, Set<string>>();
    for (const { message } of [...stepsOf(trace, "reception"), ...stepsOf(trace, "known")]) {
      if (message.person !== undefined)
        people.set(`${message.person.name}/${message.person.birthdate}`, new Set<string>());
    }
    for (const { chart, name, birthdate } of list.message.people) people.get(`${name}/${birthdate}`)?.add(chart);
    const doubled = [...people.values()].find((charts) => charts.size > 1);
    if (doubled !== undefined)
      return fail([list.seq], {
        ja: `同じ患者のカルテが${doubled.size}つある: ${[...doubled].join("、")}`,
        en: `one patient has ${doubled.size} charts: ${[...doubled].join(", ")}`,
      });
    return pass([list.seq], { ja: "患者ごとにカルテは一つ", en: "one chart for each patient" });
  },
  passes: ["C33", "C34"],
  bites: ["C33@broken/ignores-reference", "C34@broken/opens-new-chart", "C54@broken/enters-again"],
});
