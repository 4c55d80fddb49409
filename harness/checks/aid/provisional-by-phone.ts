import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, visitsOf } from "../reading.ts";
import { payersFor, twelveIn } from "./aid-reading.ts";

/** "Aid applies" on the phone is no ticket: the visit is provisional until the pull. */
export const provisionalByPhone = check({
  id: "aid/provisional-by-phone",
  title: { ja: "電話の回答による仮受付", en: "provisional on the office's word" },
  expected: {
    ja: "福祉事務所の「対象」の回答で来院を仮とし、後で取得の印を付け、12ではまだ請求しない",
    en: "keeps the visit as provisional when the office says that aid applies, marks it, and bills nothing to 12 yet",
  },
  clause: "requirements.md R0-10, C44; eligibility-rules.md §3.7",
  requires: ["R0-10"],
  next: {
    ja: "電話確認の来院は確認済みにせず、仮として医療券の取得待ちにしてください",
    en: "a visit confirmed by phone waits for its ticket; it is not confirmed",
  },
  judge(trace) {
    const calls = trace.on("welfare.call").filter(({ message }) => message.answer === "applies");
    if (calls.length === 0) return inconc({ ja: "電話の回答がなかった", en: "no office said that aid applies" });
    const evidence = calls.map(({ seq }) => seq);
    let seen = false;
    for (const visit of visitsOf(trace)) {
      const settled = actsOf(trace, "settled").find(({ message }) => message.visit === visit);
      if (settled?.message.basis !== "office-phone") continue;
      const payers = payersFor(trace, visit)[0];
      if (settled.message.standing !== "provisional")
        return fail([settled.seq], {
          ja: `来院${visit}を仮にしなかった`,
          en: `visit ${visit} is ${settled.message.standing}`,
        });
      if (payers === undefined || !payers.message.pullLater || twelveIn(payers) !== undefined)
        return fail([settled.seq, ...(payers === undefined ? [] : [payers.seq])], {
          ja: `来院${visit}: 取得待ちになっていない`,
          en: `visit ${visit} does not wait for its ticket`,
        });
      evidence.push(settled.seq, payers.seq);
      seen = true;
    }
    if (!seen) return inconc({ ja: "電話による受付がなかった", en: "no visit was settled on a phone call" });
    return pass(evidence, { ja: "仮受付とし、取得待ちにした", en: "provisional, waiting for its ticket" });
  },
  passes: ["C44"],
  bites: ["C44@broken/forgets-pull"],
});
