import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf } from "../reading.ts";

/** Results lie in a shared folder; whoever imports them takes them away, or the terminal reports forgotten files. */
export const resultsTakenAway = check({
  id: "exchange/results-taken-away",
  title: { ja: "取込後の結果ファイルの削除", en: "results are taken away after import" },
  expected: {
    ja: "取り込んだ結果ファイルを共有フォルダーから削除する",
    en: "removes imported results from the shared folder",
  },
  clause: "receipt-system-interface.md §1.4",
  requires: ["R1-04"],
  next: { ja: "取込後に結果ファイルを削除してください", en: "delete the result after importing it" },
  judge(trace) {
    const imports = actsOf(trace, "imported");
    if (imports.length === 0) return inconc({ ja: "取込が行われなかった", en: "nothing was imported" });
    const removed = trace.on("exchange.file").filter(({ message }) => message.change === "removed");
    const names = new Set(removed.map(({ message }) => message.name.toLowerCase()));
    const left = imports.filter(({ message }) => !names.has(message.file.toLowerCase()));
    const [first] = left;
    if (first !== undefined)
      return fail(
        left.map(({ seq }) => seq),
        { ja: `残っている: ${first.message.file}`, en: `left behind: ${first.message.file}` },
      );
    return pass(
      removed.map(({ seq }) => seq),
      { ja: "すべて削除された", en: "all were taken away" },
    );
  },
  passes: ["C01"],
  bites: ["C01@broken/leaves-results"],
});
