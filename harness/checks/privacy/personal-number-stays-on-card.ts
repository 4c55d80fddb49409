import { check, fail, inconc, pass } from "../../check.ts";

/** A 12-digit personal number must not leave the card: not to the terminal, not to the receipt system. */
export const personalNumberStaysOnCard = check({
  id: "privacy/personal-number-stays-on-card",
  title: { ja: "個人番号を外に出さない", en: "personal number stays on the card" },
  expected: { ja: "どのファイルにも12桁の個人番号が現れない", en: "no file holds a 12-digit personal number" },
  clause: "requirements.md R1-44, N-05, X-06",
  requires: ["R1-44", "X-06", "N-05"],
  next: {
    ja: "示されたファイルを出力した処理を止めて調べてください",
    en: "stop whatever wrote the file and look into it",
  },
  judge(trace) {
    const files = trace.on("exchange.file").filter(({ message }) => message.change === "written");
    const leaks = files.filter(({ marks }) => marks?.includes("personal-number"));
    if (leaks.length > 0)
      return fail(
        leaks.map(({ seq }) => seq),
        { ja: "ファイルに個人番号が含まれる", en: "a file holds a personal number" },
      );
    if (files.length === 0) return inconc({ ja: "ファイルがなかった", en: "no file was seen" });
    return pass(
      files.map(({ seq }) => seq),
      { ja: `${files.length}ファイルに個人番号なし`, en: `no personal number in ${files.length} files` },
    );
  },
  passes: ["C01", "C79"],
  bites: ["C79+personal-number-in-file"],
});
