import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, personIn } from "../reading.ts";

/** An address that is withheld is printed nowhere, though an earlier answer held it. */
export const withheldNotPrinted = check({
  id: "privacy/withheld-not-printed",
  title: { ja: "不開示の住所を印刷しない", en: "a withheld address is not printed" },
  expected: {
    ja: "結果に住所がなければ、以前の住所も印刷しない",
    en: "prints no address, an earlier one neither, where the result has none",
  },
  clause: "eligibility-rules.md §15.3, §3.6 V15; requirements.md X-09, C71",
  requires: ["X-09"],
  next: {
    ja: "結果に住所がない患者は、登録済みの住所も帳票に出さないでください",
    en: "where a result has no address, keep the stored one off every slip",
  },
  judge(trace) {
    const slips = actsOf(trace, "slip-printed");
    const withheld = slips.filter(({ message }) => {
      const answer = answersFor(trace, message.visit).at(-1);
      return answer !== undefined && personIn(answer) !== undefined && personIn(answer)?.Address === undefined;
    });
    if (withheld.length === 0)
      return inconc({ ja: "住所のない結果の印刷がなかった", en: "no slip without address was due" });
    const leak = withheld.find(({ message }) => message.address !== undefined);
    if (leak !== undefined)
      return fail([leak.seq], {
        ja: `来院${leak.message.visit}の帳票に住所を印刷した`,
        en: `the slip of visit ${leak.message.visit} shows an address`,
      });
    return pass(
      withheld.map(({ seq }) => seq),
      { ja: "住所を印刷しなかった", en: "no address was printed" },
    );
  },
  passes: ["C71"],
  bites: ["C71@broken/prints-old-address"],
});
