import { VALIDITY } from "../../../simulator/messages/code-lists.ts";
import { check, fail, inconc, pass } from "../../check.ts";
import { type OpenVisit, openVisitsBefore } from "../open-visits.ts";
import { actsOf, answersFor, dayOf, stepsOf } from "../reading.ts";

/** Lost, or nobody found: both hold for an insurance that comes later. 5 asks for the branch, 6 for a ticket (§3.7, §13). */
const ASKED_AGAIN: ReadonlySet<string> = new Set([VALIDITY.invalid, VALIDITY.invalidNewer, VALIDITY.none]);

const isAskedAgain = ({ answer }: OpenVisit): boolean =>
  ASKED_AGAIN.has(answer?.record.MessageBody.QualificationValidity ?? "");

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
    const recheck = stepsOf(trace, "recheck").at(-1);
    const open = recheck === undefined ? [] : openVisitsBefore(trace, recheck.seq).filter(isAskedAgain);
    if (recheck === undefined || open.length === 0)
      return inconc({ ja: "再照会の対象がなかった", en: "no visit was open" });
    for (const one of open) {
      const { visit, settled } = one;
      const day = dayOf(trace, visit);
      // Whoever asks again by itself, as soon as there is something to ask with, need not wait for the clerk.
      const again = answersFor(trace, visit).filter((answer) => answer.seq > settled.seq);
      const onDay = again.findLast(({ record }) => record.MessageHeader.QualificationConfirmationDate === day);
      if (onDay === undefined)
        return fail([settled.seq, recheck.seq], {
          ja: `来院${visit}を受診日で再照会しなかった`,
          en: `visit ${visit} was not asked again for its day`,
        });
      const last = actsOf(trace, "settled").findLast(({ message: act }) => act.visit === visit);
      if (onDay.record.MessageBody.QualificationValidity !== VALIDITY.valid || last?.message.standing !== "confirmed")
        return fail([onDay.seq], {
          ja: `来院${visit}は再照会後も確認済みでない`,
          en: `visit ${visit} is not confirmed by the new inquiry`,
        });
    }
    return pass([...open.map(({ settled }) => settled.seq), recheck.seq], {
      ja: `${open.length}件を再照会し確認した`,
      en: `open visits confirmed: ${open.length}`,
    });
  },
  passes: ["C14", "C72"],
  bites: [
    "C14@broken/forgets-recheck",
    "C14@broken/rechecks-old-number",
    "C14@broken/never-flags",
    "C14@broken/confirms-on-nothing",
  ],
});
