import { check, fail, inconc, pass } from "../../check.ts";
import { answered, isBilledOn, printedInstead } from "../claims/expected-basis.ts";
import { actsOf, notTold, stepsOf, toldAtEach } from "../reading.ts";

/** Online data win over paper, unless the clerk decides otherwise and says why. */
export const basisByReason = check({
  id: "eligibility/basis-by-reason",
  title: { ja: "券面とオンラインの相違と請求", en: "online data against the printed certificate" },
  expected: {
    ja: "券面との相違を示し、理由のある判断がない限りオンラインの情報で請求する。券面で請求するときは理由を残す",
    en: "shows the difference, bills online data unless the clerk gives a reason, and keeps the reason",
  },
  clause: "requirements.md R3-01, R3-03, C18; eligibility-rules.md §8",
  requires: ["R3-01", "R3-03", "SYS-09"],
  next: {
    ja: "券面の情報での請求には理由の入力を必須にしてください",
    en: "demand a reason before printed data go on a claim",
  },
  judge(trace) {
    const asked = stepsOf(trace, "billing-basis");
    const { told, silent } = toldAtEach(trace, asked, "billing-basis");
    if (told.length === 0) return inconc({ ja: "請求に使う資格が示されなかった", en: "no basis was told" });
    for (const { message, seq } of stepsOf(trace, "compare-printed")) {
      if (answered(trace, message.visit ?? "", seq) === undefined) continue; // nothing to compare with
      const alerted = actsOf(trace, "alerted").some(
        ({ message: act }) => act.visit === message.visit && act.alert === "printed-data-differs",
      );
      if (alerted !== (message.differs !== "nothing"))
        return fail([seq], {
          ja: `来院${message.visit}: 券面との相違の表示が誤り`,
          en: `visit ${message.visit}: the difference was told wrongly`,
        });
    }
    const evidence: number[] = [];
    for (const { step, act } of told) {
      const { visit, source, insurance, reason } = act.message;
      const decided = printedInstead(trace, visit, step.seq);
      const wanted = decided.reason === undefined ? "online" : "printed";
      const numbers = wanted === "printed" ? decided.insurance : answered(trace, visit, act.seq);
      if (numbers === undefined) continue;
      if (source !== wanted)
        return fail([act.seq], {
          ja: `来院${visit}: ${source === "online" ? "オンライン" : "券面"}の情報で請求した`,
          en: `visit ${visit} is billed with ${source} data`,
        });
      if (!isBilledOn(insurance, numbers))
        return fail([step.seq, act.seq], {
          ja: `来院${visit}: 保険者番号・記号・番号が${wanted === "online" ? "回答" : "券面"}と異なる`,
          en: `visit ${visit}: insurer, symbol or number are not those ${wanted === "online" ? "of the answer" : "printed"}`,
        });
      if (reason !== decided.reason)
        return fail([act.seq], {
          ja: `来院${visit}: 理由が残っていない`,
          en: `visit ${visit}: the reason was not kept`,
        });
      evidence.push(step.seq, act.seq);
    }
    if (silent.length > 0) return notTold(silent);
    if (evidence.length === 0) return inconc({ ja: "回答がなかった", en: "no answer came" });
    return pass(evidence, { ja: "判断どおりの情報で請求", en: "billed as decided" });
  },
  passes: ["C18"],
  bites: ["C18@broken/bills-printed", "C18@broken/bills-online-number", "C18@broken/bills-printed-symbol"],
});
