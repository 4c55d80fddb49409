import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";

/** The centre cannot reach into the facility: everything in `res` answers a request of the receipt system. */
export const resultsAreAskedFor = check({
  id: "privacy/results-are-asked-for",
  title: { ja: "医療機関側への問い合わせなし", en: "nothing is pulled from the receipt system" },
  expected: {
    ja: "res の結果はすべてレセコンの要求への回答である",
    en: "every result in res answers a request of the receipt system",
  },
  clause: "requirements.md R1-45, SYS-02; receipt-system-interface.md §1.8",
  requires: ["R1-45", "SYS-02"],
  next: { ja: "要求のない結果ファイルの出所を調べてください", en: "find out who wrote a result nobody asked for" },
  judge(trace) {
    const results = trace
      .on("exchange.file")
      .filter(({ message }) => message.change === "written" && message.folder === "res");
    if (results.length === 0) return inconc({ ja: "res に結果がなかった", en: "no result in res" });
    const asked = new Set(actsOf(trace, "asked").map(({ message }) => message.file.toLowerCase()));
    const unasked = results.filter(
      ({ message }) => !asked.has(message.name.replace(/01res_/i, "01req_").toLowerCase()),
    );
    if (unasked.length > 0)
      return fail(
        unasked.map(({ seq }) => seq),
        { ja: "要求のない結果がある", en: "a result nobody asked for" },
      );
    return pass(
      results.map(({ seq }) => seq),
      { ja: `${results.length}件とも要求への回答`, en: `all ${results.length} answer a request` },
    );
  },
  passes: ["C79"],
  bites: ["C79+result-stray"],
});
