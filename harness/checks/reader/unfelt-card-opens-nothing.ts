import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** Where no chip answers the reset, or two at once, there is no session: message 001 and nothing else. */
export const unfeltCardOpensNothing = check({
  id: "reader/unfelt-card-opens-nothing",
  title: { ja: "応答のないカードで受付を始めない", en: "a card that is not felt opens no session" },
  expected: {
    ja: "【001】だけを表示し、カードにも端末にも何も送らない",
    en: "shows 001 alone and sends nothing to card or terminal",
  },
  clause: "requirements.md F01, F15; readers-and-line.md §6 (001), §15 RF-01",
  requires: ["R3-43"],
  next: {
    ja: "リセット応答がないときはコマンドを送らず、【001】を表示してください",
    en: "without an answer to reset send no command and show 001",
  },
  judge(trace) {
    const unfelt = sittingsOf(trace).filter((sitting) =>
      sitting.on("card.field").some(({ message }) => message.change === "inserted" && message.atr === undefined),
    );
    if (unfelt.length === 0) return inconc({ ja: "どのカードも応答した", en: "every card was felt" });
    const evidence: number[] = [];
    for (const sitting of unfelt) {
      const visit = visitOf(sitting);
      const spoken = [...sitting.on("card.apdu"), ...sitting.on("terminal.api")];
      if (spoken.length > 0)
        return fail(
          spoken.map(({ seq }) => seq),
          {
            ja: `${visit}: 応答のないカードや端末と通信した`,
            en: `${visit}: spoke with card or terminal all the same`,
          },
        );
      const last = shownIn(sitting).at(-1);
      if (last?.view.screen !== "S09" || last.view.message !== "001")
        return fail([last?.seq ?? sitting.step.seq], {
          ja: `${visit}: 【001】で終わらない`,
          en: `${visit}: does not end with 001`,
        });
      evidence.push(last.seq);
    }
    return pass(evidence, { ja: `${evidence.length}回とも【001】`, en: `001 each of ${evidence.length} times` });
  },
  passes: ["F01"],
  bites: ["F01@reader/works-without-atr"],
});
