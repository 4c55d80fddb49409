import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, tellsOf, visitsOf } from "../reading.ts";
import { aidAnswerFor, payersFor, pullsOf, twelveIn } from "./aid-reading.ts";

/** Numbers held back are no numbers: nothing is billed to 12, and the ticket is looked for later, whichever the reason. */
export const notBilledWithoutTicket = check({
  id: "aid/not-billed-without-ticket",
  title: { ja: "券のない医療扶助は請求しない", en: "aid without a ticket is not billed" },
  expected: {
    ja: "番号のないA1では12を請求せず、その旨を表示し、「後で取得」の印を付ける",
    en: "with an A1 without numbers bills nothing to 12, tells it, and marks the visit to pull later",
  },
  clause: "eligibility-rules.md §13.2, §13.3; requirements.md R0-31, C39, C40",
  requires: ["R0-07", "R0-30", "R0-31"],
  next: {
    ja: "番号のないA1では過去の番号を使わず、後日の一括取得に回してください",
    en: "do not use numbers from before; leave the visit to the bulk pull",
  },
  judge(trace) {
    const alerts = actsOf(trace, "alerted").filter(({ message }) => message.alert === "aid-without-ticket");
    const evidence: number[] = [];
    for (const visit of visitsOf(trace)) {
      const found = aidAnswerFor(trace, visit);
      if (found === undefined || found.aid.InsurerNumber !== undefined) continue;
      const firstPull = pullsOf(trace)[0]?.seq ?? Number.POSITIVE_INFINITY;
      const told = alerts.find(tellsOf(trace, found.answer));
      if (told === undefined)
        return fail([found.answer.seq], {
          ja: `来院${visit}: 券がないことを表示しなかった`,
          en: `visit ${visit}: it was not told that there is no ticket`,
        });
      for (const payers of payersFor(trace, visit).filter(({ seq }) => seq < firstPull)) {
        const seqs = [found.answer.seq, payers.seq];
        if (twelveIn(payers) !== undefined)
          return fail(seqs, { ja: `来院${visit}: 12で請求した`, en: `visit ${visit}: billed to 12` });
        if (!payers.message.pullLater)
          return fail(seqs, {
            ja: `来院${visit}: 「後で取得」の印がない`,
            en: `visit ${visit}: not marked to pull later`,
          });
        evidence.push(...seqs);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "券のない来院がなかった", en: "no visit was without a ticket" });
    return pass(evidence, { ja: "12で請求せず、印を付けた", en: "nothing billed to 12, marked for the pull" });
  },
  passes: ["C39", "C40"],
  bites: ["C39@broken/bills-without-ticket", "C40@broken/forgets-pull"],
});
