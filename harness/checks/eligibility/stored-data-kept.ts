import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersOf, stepsOf } from "../reading.ts";

/** A typing error says nothing about the patient's insurance: what is stored stays. */
export const storedDataKept = check({
  id: "eligibility/stored-data-kept",
  title: { ja: "登録済み情報の保持", en: "stored data are kept" },
  expected: {
    ja: "該当資格なしの後も、登録済みの保険の番号が変わらない",
    en: "after 'nobody found' the stored numbers are unchanged",
  },
  clause: "requirements.md C12, R3-15",
  requires: ["R3-15"],
  next: {
    ja: "該当資格なしで登録済みの番号を上書き・削除しないでください",
    en: "do not overwrite or drop stored numbers on validity 4",
  },
  judge(trace) {
    const none = answersOf(trace).find(({ record }) => record.MessageBody.QualificationValidity === "4");
    const listed = actsOf(trace, "holdings").find(({ seq }) => none !== undefined && seq > none.seq);
    if (none === undefined || listed === undefined)
      return inconc({ ja: "該当資格なしの後の一覧がない", en: "no list after 'nobody found'" });
    for (const { message } of stepsOf(trace, "known")) {
      const held = listed.message.people.find(({ chart }) => chart === message.chart);
      if (held?.insuredNumber !== message.keys?.number || held?.insurerNumber !== message.keys?.insurerNumber) {
        return fail([none.seq, listed.seq], {
          ja: `変わってしまった: ${message.chart}`,
          en: `changed: ${message.chart}`,
        });
      }
    }
    return pass([listed.seq], { ja: "登録済みの番号は変わらない", en: "the stored numbers are unchanged" });
  },
  passes: ["C12"],
  bites: ["C12@broken/overwrites-chart"],
});
