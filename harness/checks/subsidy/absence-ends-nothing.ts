import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, stepsOf } from "../reading.ts";
import { subsidyFilesOf } from "./subsidy-reading.ts";

/** No block may mean a refusal, a loss, or a PMH that is down: nobody can tell, so nothing stored ends by itself. */
export const absenceEndsNothing = check({
  id: "subsidy/absence-ends-nothing",
  title: { ja: "助成の情報がなくても公費を終了しない", en: "nothing ends because nothing came" },
  expected: {
    ja: "助成の情報が届かない来院の後も、登録済みの公費が残っている",
    en: "a stored public expense is still there after visits without any block",
  },
  clause: "eligibility-rules.md §10.4 row 4; requirements.md C47, C51",
  requires: ["R4-04"],
  next: {
    ja: "届かないことを資格喪失とみなさず、患者に確認してください",
    en: "do not take silence for a loss; ask the patient",
  },
  judge(trace) {
    const known = stepsOf(trace, "known-certificate");
    const listed = actsOf(trace, "certificates");
    const given = subsidyFilesOf(trace).some(({ record }) => record.MessageBody.MedicalSubsidyList !== undefined);
    if (known.length === 0 || listed.length === 0 || given)
      return inconc({ ja: "登録済みの公費を確かめる場面がなかった", en: "there was nothing to keep" });
    for (const { seq, message } of known) {
      const payer = message.certificate?.payerNumber ?? "";
      for (const list of listed) {
        const kept = list.message.charts.find(({ chart }) => chart === message.chart);
        if (kept?.payers.includes(payer) !== true)
          return fail([seq, list.seq], {
            ja: `カルテ${message.chart ?? ""}の公費${payer}がなくなった`,
            en: `public expense ${payer} of chart ${message.chart ?? ""} is gone`,
          });
      }
    }
    return pass(
      [...known, ...listed].map(({ seq }) => seq),
      {
        ja: "登録済みの公費が残っている",
        en: "the stored public expense is still there",
      },
    );
  },
  passes: ["C47", "C51"],
  bites: ["C47@broken/ends-absent-expense", "C51@broken/ends-absent-expense"],
});
