import { check, fail, inconc, pass } from "../../check.ts";
import { consentsBefore, medicalRequestsOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/** Every request for medical information rests on a consent of the patient's last card check to that kind. */
export const onlyConsentedRequested = check({
  id: "consent/only-consented-requested",
  title: { ja: "同意した種類だけの要求", en: "only kinds that were consented to are asked for" },
  expected: {
    ja: "最後のカード確認で同意フラグが1の種類だけを要求する（番号照会・一括照会の結果からは要求しない）",
    en: "asks only for kinds whose flag was 1 at the last card check, never on an answer by number or batch",
  },
  clause: "eligibility-rules.md §5; receipt-system-interface.md SEQ-07; requirements.md C24, C26, C31",
  requires: ["R0-19", "R0-23", "R1-06", "R1-33"],
  next: {
    ja: "要求の前に、その患者の最新の結果ファイルの同意フラグを種類ごとに確認してください",
    en: "before a request look at the flag of that kind in the patient's latest result file",
  },
  judge(trace) {
    const requests = medicalRequestsOf(trace).filter(({ fromAfar }) => !fromAfar);
    for (const { seq, visit, kind } of requests) {
      const consents = consentsBefore(trace, visit, seq);
      if (consents?.flags[kind] === true) continue;
      return fail([...(consents === undefined ? [] : [consents.seq]), seq], {
        ja: "同意のない医療情報を要求した",
        en: "medical information was asked for without consent",
      });
    }
    const abstained = actsOf(trace, "medical").filter(({ message }) => message.outcome === "not-consented");
    if (requests.length + abstained.length === 0)
      return inconc({ ja: "医療情報の閲覧操作がなかった", en: "nobody looked at medical information" });
    return pass(
      [...requests, ...abstained].map(({ seq }) => seq).toSorted((a, b) => a - b),
      {
        ja: `要求${requests.length}件はすべて同意の範囲内`,
        en: `all ${requests.length} requests were consented to`,
      },
    );
  },
  passes: ["C24", "C26"],
  bites: ["C26@broken/keeps-first-consent", "C24@broken/ignores-grace"],
});
