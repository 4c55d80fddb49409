import { check, fail, inconc, pass } from "../../check.ts";
import { exchangeOf } from "../reading.ts";

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
    const written = trace.on("exchange.file").filter(({ message }) => message.change === "written");
    const results = written.filter(({ message }) => message.folder === "res");
    if (results.length === 0) return inconc({ ja: "res に結果がなかった", en: "no result in res" });
    const requests = written.filter(({ message }) => message.folder === "req");
    const unasked = results.filter(
      (result) =>
        !requests.some(
          ({ seq, message }) => seq < result.seq && exchangeOf(message.name) === exchangeOf(result.message.name),
        ),
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
