import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf } from "../reading.ts";

/** A doubled file is one answer: the same identifier must not be imported twice, nor a visit be served twice. */
export const importedOnce = check({
  id: "exchange/imported-once",
  title: { ja: "一度だけの取込", en: "each result is imported once" },
  expected: {
    ja: "同じ結果（任意のファイル識別子が同じもの）を二度取り込まない",
    en: "never imports the same result (same file identifier) twice",
  },
  clause: "receipt-system-interface.md §1.4; requirements.md C56",
  requires: ["X-10"],
  next: {
    ja: "任意のファイル識別子による重複判定を追加してください",
    en: "recognise doubled results by their file identifier",
  },
  judge(trace) {
    const identifiers = new Map(
      answersOf(trace).map(({ file, record }) => [
        file.name.toLowerCase(),
        record.MessageHeader.ArbitraryFileIdentifier,
      ]),
    );
    const handled = [
      ...actsOf(trace, "imported"),
      ...actsOf(trace, "alerted").filter(({ message }) => message.alert === "identity-difference"),
    ];
    const imports = actsOf(trace, "imported");
    if (imports.length === 0) return inconc({ ja: "取込が行われなかった", en: "nothing was imported" });
    const seen = new Map<string, number>();
    for (const { seq, message } of handled) {
      const identifier = identifiers.get((message.file ?? "").toLowerCase());
      if (identifier === undefined) continue;
      const before = seen.get(identifier);
      if (before !== undefined)
        return fail([before, seq], {
          ja: `同じ結果を二度処理した: ${message.file}`,
          en: `the same result was handled twice: ${message.file}`,
        });
      seen.set(identifier, seq);
    }
    return pass(
      imports.map(({ seq }) => seq),
      { ja: `${imports.length}件を一度ずつ取り込んだ`, en: `results imported, each once: ${imports.length}` },
    );
  },
  passes: ["C01", "C56"],
  bites: ["C56@broken/imports-twice"],
});
