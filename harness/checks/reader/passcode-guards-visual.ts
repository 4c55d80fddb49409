import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** A visual check opens with the facility's passcode and with nothing else. */
export const passcodeGuardsVisual = check({
  id: "reader/passcode-guards-visual",
  title: { ja: "目視確認を施設のパスワードで守る", en: "the passcode guards the visual check" },
  expected: {
    ja: "誤ったパスワードを拒否し、正しいパスワードだけで目視確認に進む",
    en: "refuses a wrong passcode and goes on with the right one alone",
  },
  clause: "requirements.md F16; readers-and-line.md §5.2 (visual check on the reader)",
  requires: ["R1-03"],
  next: {
    ja: "施設のパスワードと一致するときだけ目視確認に進んでください",
    en: "go on only when the passcode is the facility's",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const shown = shownIn(sitting);
      const typed = shown.filter(({ view, touch }) => view.screen === "S03d" && touch?.kind === "typed");
      const wrong = sitting.step.message.wrongPasscodes ?? 0;
      for (const [at, { seq }] of typed.entries()) {
        const until = shown.find((later) => later.seq > seq)?.seq ?? Number.POSITIVE_INFINITY;
        const opened = sitting.on("terminal.api").some((call) => call.seq > seq && call.seq < until);
        if (opened !== at >= wrong)
          return fail([seq], {
            ja: `${visitOf(sitting)}: ${opened ? "誤ったパスワードで進んだ" : "正しいパスワードを拒否した"}`,
            en: `${visitOf(sitting)}: ${opened ? "a wrong passcode opened it" : "the right passcode was refused"}`,
          });
        evidence.push(seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "パスワードの入力がなかった", en: "no passcode was typed" });
    return pass(evidence, { ja: `${evidence.length}回とも正しく判定`, en: `all ${evidence.length} judged right` });
  },
  passes: ["F16"],
  bites: ["F16@reader/any-passcode"],
});
