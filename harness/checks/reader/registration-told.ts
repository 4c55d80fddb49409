import { check, fail, inconc, pass } from "../../check.ts";
import { faceFilesIn, shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** What is shown for each outcome (the sense is public, the codes are ours). */
const MESSAGES: Readonly<Record<string, string>> = { failed: "SIM-030", pending: "SIM-031" };

/** A first registration that failed and one that is under way are told apart; the card comes back and the session ends. */
export const registrationTold = check({
  id: "reader/registration-told",
  title: { ja: "利用登録の失敗と処理中を伝え分ける", en: "failed and pending registrations are told apart" },
  expected: {
    ja: "失敗は窓口へ、処理中は後で置き直すよう伝え、カードを返して終わる",
    en: "sends the patient to the desk on failure, asks to come back while it is pending, gives the card back and ends",
  },
  clause: "requirements.md F19; readers-and-line.md §5.3, §15 RF-15, RF-16",
  requires: ["R3-36", "R3-38"],
  next: {
    ja: "端末の結果に合ったメッセージを表示してください",
    en: "show the message that fits the terminal's result",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      for (const { seq, message } of sitting.on("terminal.api")) {
        const wanted = MESSAGES[message.result.kind];
        if (message.call !== "registerFirst" || wanted === undefined) continue;
        const [next, ...others] = shownIn(sitting).filter((shown) => shown.seq > seq);
        const returned = sitting.on("card.field").some(({ message: { change } }) => change === "removed");
        if (next?.view.message !== wanted || others.length > 0 || !returned || faceFilesIn(sitting).length > 0)
          return fail([seq, next?.seq ?? seq], {
            ja: `${visitOf(sitting)}: ${message.result.kind} に ${next?.view.message ?? "なし"}、カードの返却${returned ? "あり" : "なし"}`,
            en: `${visitOf(sitting)}: ${message.result.kind} was told as ${next?.view.message ?? "nothing"}, the card ${returned ? "came back" : "stayed"}`,
          });
        evidence.push(seq, next.seq);
      }
    }
    if (evidence.length === 0) return inconc({ ja: "失敗も処理中もなかった", en: "no registration failed or waited" });
    return pass(evidence, {
      ja: `${evidence.length / 2}件とも正しい案内`,
      en: `all ${evidence.length / 2} told right`,
    });
  },
  passes: ["F19"],
  bites: ["F19@reader/registration-always-pending"],
});
