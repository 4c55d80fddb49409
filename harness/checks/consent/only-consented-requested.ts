import { check, fail, inconc, pass } from "../../check.ts";
import { afarConsentBefore } from "../consented-from-afar.ts";
import { consentsBefore, medicalRequestsOf } from "../medical-files.ts";
import { actsOf } from "../reading.ts";

/**
 * Every request for medical information rests on a consent of the patient to that kind: of the last card check, or where it
 * says so (OQSCD028 2, 3) of the last fetch of those who consented from afar.
 */
export const onlyConsentedRequested = check({
  id: "consent/only-consented-requested",
  title: { ja: "同意した種類だけの要求", en: "only kinds that were consented to are asked for" },
  expected: {
    ja: "最後のカード確認（訪問・オンライン診療は最後の一括取得）で同意フラグが1の種類だけを要求する（番号照会・一括照会の結果からは要求しない）",
    en: "asks only for kinds whose flag was 1 at the last card check (visits from afar: the last fetch), never on an answer by number or batch",
  },
  clause: "eligibility-rules.md §5; receipt-system-interface.md SEQ-07; requirements.md C24, C26, C31",
  requires: ["R0-19", "R0-23", "R1-06", "R1-33"],
  next: {
    ja: "要求の前に、その患者の最新の結果ファイルの同意フラグを種類ごとに確認してください",
    en: "before a request look at the flag of that kind in the patient's latest result file",
  },
  judge(trace) {
    const requests = medicalRequestsOf(trace);
    for (const { seq, visit, kind, fromAfar } of requests) {
      const consents = (fromAfar ? afarConsentBefore : consentsBefore)(trace, visit, seq);
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
  passes: ["C24", "C26", "C75"],
  bites: [
    "C26@broken/keeps-first-consent",
    "C24@broken/ignores-grace",
    "C24@broken/asks-as-at-home",
    "C31@broken/asks-as-at-home",
  ],
});
