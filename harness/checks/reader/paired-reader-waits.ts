import { check, fail, inconc, pass } from "../../check.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** A general reader beside a face reader takes no cards: the face reader comes first. */
export const pairedReaderWaits = check({
  id: "reader/paired-reader-waits",
  title: { ja: "顔認証付きリーダーを優先する", en: "the face reader comes first" },
  expected: {
    ja: "顔認証付きリーダーがある間、汎用リーダーではカードを受け付けない",
    en: "takes no cards at the general reader while a face reader is there",
  },
  clause:
    "requirements.md F27; readers-and-line.md §1 (one kind at a time for the same job; which comes first is ours)",
  requires: ["R1-48"],
  next: {
    ja: "併設した汎用リーダーはスマートフォンの読み取りだけに使ってください",
    en: "use the paired general reader for phones alone",
  },
  judge(trace) {
    const evidence: number[] = [];
    for (const sitting of sittingsOf(trace)) {
      if (sitting.step.message.paired !== true) continue;
      const [used] = [...sitting.on("card.apdu"), ...sitting.on("terminal.api")];
      const [first] = shownIn(sitting);
      if (used !== undefined || first?.view.screen !== "S90")
        return fail([used?.seq ?? first?.seq ?? sitting.step.seq], {
          ja: `${visitOf(sitting)}: 汎用リーダーでカードを受け付けた`,
          en: `${visitOf(sitting)}: the general reader took a card`,
        });
      evidence.push(first.seq);
    }
    if (evidence.length === 0)
      return inconc({ ja: "併設の汎用リーダーが使われなかった", en: "nobody went to the general reader" });
    return pass(evidence, { ja: "汎用リーダーは受け付けなかった", en: "the general reader took no card" });
  },
  passes: ["F27"],
  bites: ["F27@reader/both-readers-active"],
});
