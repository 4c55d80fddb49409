import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personIn, sameFile } from "../reading.ts";

/** The facility's own key comes back with the answer: it opens the right chart, whatever became of the insurance. */
export const chartByReference = check({
  id: "identity/chart-by-reference",
  title: { ja: "照会番号によるカルテの特定", en: "the reference number opens the chart" },
  expected: {
    ja: "結果に照会番号があれば、登録したカルテに取り込む",
    en: "a result with a reference number is imported into the chart it was registered for",
  },
  clause: "receipt-system-interface.md SEQ-01 step 5, SEQ-05; requirements.md R0-28, R1-22, R1-23",
  requires: ["R0-28", "R1-22", "R1-23"],
  next: {
    ja: "結果ファイルのReferenceNumberでカルテを検索してから取り込んでください",
    en: "look the chart up by ReferenceNumber before importing",
  },
  judge(trace) {
    const registered = new Map(
      actsOf(trace, "reference-registered")
        .filter(({ message }) => message.registered)
        .map(({ message }) => [message.number, message.chart] as const),
    );
    const known = answersOf(trace).flatMap((answer) => {
      const chart = registered.get(personIn(answer)?.ReferenceNumber ?? "");
      // What is not valid is not imported, whoever it speaks of.
      const valid = answer.record.MessageBody.QualificationValidity === "1";
      return chart === undefined || !valid ? [] : [{ answer, chart }];
    });
    if (known.length === 0) return inconc({ ja: "照会番号が返らなかった", en: "no reference number came back" });
    const evidence: number[] = [];
    for (const { answer, chart } of known) {
      const imported = [...actsOf(trace, "imported"), ...actsOf(trace, "aid-imported")].find(({ message }) =>
        sameFile(message.file, answer.file.name),
      );
      if (imported === undefined)
        return fail([answer.seq], { ja: "結果を取り込まなかった", en: "the result was not imported" });
      if (imported.message.chart !== chart)
        return fail([answer.seq, imported.seq], {
          ja: `カルテ${chart}ではなく${imported.message.chart ?? "-"}に取り込んだ`,
          en: `imported into chart ${imported.message.chart ?? "-"}, not ${chart}`,
        });
      evidence.push(imported.seq);
    }
    return pass(evidence, { ja: "登録したカルテに取り込んだ", en: "imported into the chart it was registered for" });
  },
  passes: ["C33", "C35"],
  bites: ["C33@broken/ignores-reference"],
});
