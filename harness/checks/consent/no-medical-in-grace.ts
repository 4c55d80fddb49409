import { check, fail, inconc, pass } from "../../check.ts";
import { consentsIn, medicalRequestsOf } from "../medical-files.ts";
import { actsOf, answersOf, personIn, type ReadAnswer, visitOf } from "../reading.ts";

/** In the certificate's grace period only eligibility is given; there is nothing to ask for. */
export const noMedicalInGrace = check({
  id: "consent/no-medical-in-grace",
  title: { ja: "猶予期間中は医療情報を要求しない", en: "no medical data in the grace period" },
  expected: {
    ja: "同意フラグがすべて0の結果では、薬剤・診療・手術・健診のどれも要求せず、表示もしない",
    en: "asks for no kind of medical data and shows none when every consent flag is 0",
  },
  clause: "eligibility-rules.md §7.1; receipt-system-interface.md SEQ-07",
  requires: ["R0-23", "R3-53"],
  next: {
    ja: "種類ごとの同意フラグ（…ConsFlg）が1のときだけ、その情報を要求してください",
    en: "ask for a kind only when its consent flag (…ConsFlg) is 1",
  },
  judge(trace) {
    const without = answersOf(trace).filter(isWithoutConsent);
    if (without.length === 0)
      return inconc({ ja: "同意フラグがすべて0の結果がなかった", en: "no answer had all consent flags 0" });
    const visits = new Set(without.map((answer) => visitOf(trace, answer)));
    const asked = medicalRequestsOf(trace).filter(({ visit }) => visit === undefined || visits.has(visit));
    const shown = actsOf(trace, "medical").filter(
      ({ message }) => visits.has(message.visit) && message.outcome === "shown",
    );
    const wrong = [...asked, ...shown];
    if (wrong.length > 0)
      return fail(
        wrong.map(({ seq }) => seq),
        { ja: "同意のない医療情報を要求・表示した", en: "medical data were asked for or shown without consent" },
      );
    return pass(
      without.map(({ seq }) => seq),
      { ja: "要求も表示もしなかった", en: "nothing was asked for or shown" },
    );
  },
  passes: ["C59"],
  bites: ["C59@broken/ignores-grace", "C59@broken/asks-checkups-unconsented"],
});

/** A check-in by card that names somebody and gives no consent to any kind. */
function isWithoutConsent(answer: ReadAnswer): boolean {
  const row = personIn(answer);
  return answer.file.folder === "face" && row !== undefined && Object.values(consentsIn(row)).every((given) => !given);
}
