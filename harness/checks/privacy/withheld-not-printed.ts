import type { Trace } from "../../../simulator/kernel/trace.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, personIn, stepsOf } from "../reading.ts";

/** Whether the last answer for a visit names the patient and no address. */
function isWithheld(trace: Trace, visit: string): boolean {
  const answer = answersFor(trace, visit).at(-1);
  const person = answer && personIn(answer);
  return person !== undefined && person.Address === undefined;
}

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
    const due = stepsOf(trace, "print-slip").filter(({ message }) => isWithheld(trace, message.visit ?? ""));
    if (due.length === 0)
      return inconc({ ja: "住所のない結果の印刷がなかった", en: "no slip without address was due" });
    const slips = actsOf(trace, "slip-printed").filter(({ message }) => isWithheld(trace, message.visit));
    const leak = slips.find(({ message }) => message.address !== undefined);
    if (leak !== undefined)
      return fail([leak.seq], {
        ja: `来院${leak.message.visit}の帳票に住所を印刷した`,
        en: `the slip of visit ${leak.message.visit} shows an address`,
      });
    const unseen = due.find((step) => !slips.some(({ message }) => message.visit === step.message.visit));
    if (unseen !== undefined)
      return inconc({
        ja: `来院${unseen.message.visit ?? ""}の帳票に何があったか報告がない`,
        en: `it was not told what stands on the slip of visit ${unseen.message.visit ?? ""}`,
      });
    return pass(
      slips.map(({ seq }) => seq),
      { ja: "住所を印刷しなかった", en: "no address was printed" },
    );
  },
  passes: ["C71"],
  bites: ["C71@broken/prints-old-address"],
});
