import { check, fail, inconc, pass } from "../../check.ts";
import { answersOf, personIn, type ReadAnswer } from "../reading.ts";
import { type Sitting, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** The flag of each kind; that of the limit amount counts only where a screen asked for it (eligibility-rules.md §5). */
const FLAGS = [
  ["checkup", "SpecificHealthCheckupsInfoConsFlg"],
  ["drug", "PharmacistsInfoConsFlg"],
  ["care", "DiagnosisInfoConsFlg"],
  ["surgery", "OperationInfoConsFlg"],
  ["disease", "SpecificDiseasesCertificateRelatedConsFlg"],
] as const;
const LIMIT_FLAG = ["limit", "LimitApplicationCertificateRelatedConsFlg"] as const;

interface Touched {
  readonly consents: Readonly<Record<string, boolean>>;
  readonly prescription: string | undefined;
}

/** What the patient answered, the screens of one sitting taken together. */
function touchedIn(sitting: Sitting): Touched {
  const consents: Record<string, boolean> = {};
  let prescription: string | undefined;
  for (const { touch } of shownIn(sitting)) {
    if (touch?.kind === "answered") Object.assign(consents, touch.consents);
    if (touch?.kind === "prescription") prescription = touch.select;
  }
  return { consents, prescription };
}

/** What the file says otherwise than the patient did, by the names of the elements. */
function differencesOf(answer: ReadAnswer, { consents, prescription }: Touched): readonly string[] {
  const person = personIn(answer);
  const flags = "limit" in consents ? [...FLAGS, LIMIT_FLAG] : FLAGS;
  const wrong = flags.filter(([kind, flag]) => (person?.[flag] ?? "0") !== (consents[kind] === true ? "1" : "0"));
  const written = answer.record.MessageBody.PrescriptionIssueSelect;
  return [...wrong.map(([, flag]) => flag), ...(written === prescription ? [] : ["PrescriptionIssueSelect"])];
}

/** What the face file says of consents and prescription is what the patient touched, in this session and no other. */
export const consentsAsTouched = check({
  id: "reader/consents-as-touched",
  title: { ja: "同意は触れたとおりに伝わる", en: "consents as touched" },
  expected: {
    ja: "同意フラグと処方箋の形態が、その患者がその受付で触れた内容と一致する",
    en: "the flags and the form of prescription are those the patient touched at this check-in",
  },
  clause: "requirements.md F21, F23, F30; eligibility-rules.md §5",
  requires: ["R0-12", "X-10"],
  next: {
    ja: "画面の回答をそのまま渡し、受付が終わったら捨ててください",
    en: "hand the answers over as they are, and forget them when the session ends",
  },
  judge(trace) {
    const answers = new Map(answersOf(trace).map((answer) => [answer.seq, answer]));
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      const answer = sitting
        .on("exchange.file")
        .flatMap(({ seq }) => answers.get(seq) ?? [])
        .at(-1);
      if (answer === undefined) continue;
      const wrong = differencesOf(answer, touchedIn(sitting));
      if (wrong.length > 0)
        return fail([answer.seq], {
          ja: `${visitOf(sitting)}: ${wrong.join("、")} が触れた内容と違う`,
          en: `${visitOf(sitting)}: ${wrong.join(", ")} not as touched`,
        });
      evidence.push(answer.seq);
    }
    if (evidence.length === 0) return inconc({ ja: "結果がなかった", en: "no result was seen" });
    return pass(evidence, { ja: `${evidence.length}件とも触れたとおり`, en: `all ${evidence.length} as touched` });
  },
  passes: ["F30"],
  bites: ["F30@reader/mixes-up-consents", "F21@reader/keeps-consents", "F23@reader/keeps-consents"],
});
