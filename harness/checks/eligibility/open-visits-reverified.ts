import { dateAt } from "../../../simulator/kernel/civil-time.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { actsOf, answersFor, stepsOf } from "../reading.ts";

/** A visit left open is asked again once there is something to ask with, for the day of the visit. */
export const openVisitsReverified = check({
  id: "eligibility/open-visits-reverified",
  title: { ja: "未確認の来院の再照会", en: "open visits are asked again" },
  expected: {
    ja: "未確認の来院を、判明した資格と受診日で再照会し、有効なら確認済みにする",
    en: "asks again for open visits with the insurance learned since and the day of the visit, and confirms what is valid",
  },
  clause: "requirements.md R3-17, C14, C72; eligibility-rules.md §3.6 V6",
  requires: ["R3-17", "SYS-03"],
  next: {
    ja: "再確認の印のある来院を、カルテの最新の資格と受診日（資格確認日）で照会し直してください",
    en: "re-inquire flagged visits with the chart's latest insurance and the day of the visit",
  },
  judge(trace) {
    const settled = actsOf(trace, "settled");
    const recheck = stepsOf(trace, "recheck").at(-1);
    const open = settled.filter(({ seq, message }) => message.recheck && recheck !== undefined && seq < recheck.seq);
    if (recheck === undefined || open.length === 0)
      return inconc({ ja: "再照会の対象がなかった", en: "no visit was open" });
    for (const { seq, message } of open) {
      const day = stepsOf(trace, "reception").find(({ message: step }) => step.visit === message.visit);
      const again = answersFor(trace, message.visit).filter((answer) => answer.seq > recheck.seq);
      const onDay = again.find(
        ({ record }) => day !== undefined && record.MessageHeader.QualificationConfirmationDate === dateAt(day.atMs),
      );
      if (onDay === undefined)
        return fail([seq, recheck.seq], {
          ja: `来院${message.visit}を受診日で再照会しなかった`,
          en: `visit ${message.visit} was not asked again for its day`,
        });
      const last = settled.findLast(({ message: act }) => act.visit === message.visit);
      if (onDay.record.MessageBody.QualificationValidity !== "1" || last?.message.standing !== "confirmed")
        return fail([onDay.seq], {
          ja: `来院${message.visit}は再照会後も確認済みでない`,
          en: `visit ${message.visit} is not confirmed by the new inquiry`,
        });
    }
    return pass([...open.map(({ seq }) => seq), recheck.seq], {
      ja: `${open.length}件を再照会し確認した`,
      en: `open visits confirmed: ${open.length}`,
    });
  },
  passes: ["C14", "C72"],
  bites: ["C14@broken/forgets-recheck", "C14@broken/rechecks-old-number"],
});
