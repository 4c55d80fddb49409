import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, personIn, visitOf } from "../reading.ts";

/** In the certificate's grace period only eligibility is given; there is nothing to ask for. */
export const noMedicalInGrace = check({
  id: "consent/no-medical-in-grace",
  title: { ja: "猶予期間中は医療情報を要求しない", en: "no medical data in the grace period" },
  expected: {
    ja: "同意フラグが0の結果では薬剤情報を要求せず、表示もしない",
    en: "asks for no drug data and shows none when the consent flag is 0",
  },
  clause: "eligibility-rules.md §7.1; receipt-system-interface.md SEQ-07",
  requires: ["R0-23", "R3-53"],
  next: {
    ja: "PharmacistsInfoConsFlg が1のときだけ薬剤情報を要求してください",
    en: "ask for drug data only when PharmacistsInfoConsFlg is 1",
  },
  judge(trace) {
    const without = answersOf(trace).filter(
      (answer) => answer.file.folder === "face" && personIn(answer)?.PharmacistsInfoConsFlg === "0",
    );
    if (without.length === 0) return inconc({ ja: "同意フラグ0の結果がなかった", en: "no answer had consent flag 0" });
    const visits = new Set(without.map((answer) => visitOf(trace, answer)));
    const asked = actsOf(trace, "asked").filter(
      ({ message }) => visits.has(message.visit) && message.file.startsWith("YZK"),
    );
    const shown = actsOf(trace, "medical").filter(
      ({ message }) => visits.has(message.visit) && message.outcome === "shown",
    );
    const wrong = [...asked, ...shown];
    if (wrong.length > 0)
      return fail(
        wrong.map(({ seq }) => seq),
        { ja: "同意のない薬剤情報を要求・表示した", en: "drug data were asked for or shown without consent" },
      );
    return pass(
      without.map(({ seq }) => seq),
      { ja: "要求も表示もしなかった", en: "nothing was asked for or shown" },
    );
  },
  passes: ["C59"],
  bites: ["C59@broken/ignores-grace"],
});
