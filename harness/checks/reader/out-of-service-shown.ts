import { check, fail, inconc, pass } from "../../check.ts";
import { stepsOf } from "../reading.ts";
import { shownIn, sittingsOf, visitOf } from "./sittings.ts";

/** Once the terminal is out of reach the reader says so and takes no card until it is back. */
export const outOfServiceShown = check({
  id: "reader/out-of-service-shown",
  title: { ja: "端末がないときは受け付けない", en: "out of service without a terminal" },
  expected: {
    ja: "端末に届かない間は「利用できません」と表示し、カードを読まない",
    en: "shows that it is out of service while the terminal is out of reach, and reads no card",
  },
  clause: "requirements.md F21; readers-and-line.md §15 RF-23, RF-33",
  requires: ["X-04"],
  next: {
    ja: "受付を始める前に端末の応答を確かめてください",
    en: "look for the terminal before a session begins",
  },
  judge(trace) {
    const repaired = stepsOf(trace, "repair").map(({ seq }) => seq);
    const evidence: number[] = [];
    let lostAt: number | undefined;
    for (const sitting of sittingsOf(trace)) {
      const back = repaired.some((seq) => lostAt !== undefined && seq > lostAt && seq < sitting.step.seq);
      if (lostAt !== undefined && !back) {
        const [first] = shownIn(sitting);
        const read = sitting.on("card.apdu")[0];
        if (first?.view.screen !== "S90" || read !== undefined)
          return fail([lostAt, read?.seq ?? first?.seq ?? sitting.step.seq], {
            ja: `${visitOf(sitting)}: 端末がないのに受付を始めた`,
            en: `${visitOf(sitting)}: began although no terminal was there`,
          });
        evidence.push(first.seq);
      }
      lostAt = sitting.on("reader.link").at(-1)?.seq;
    }
    if (evidence.length === 0) return inconc({ ja: "端末は常に応答した", en: "the terminal was always there" });
    return pass(evidence, {
      ja: `${evidence.length}回とも「利用できません」`,
      en: `out of service each of ${evidence.length} times`,
    });
  },
  passes: ["F21"],
  bites: ["F21@reader/blind-to-terminal"],
});
