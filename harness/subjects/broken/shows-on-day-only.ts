import { referenceDecisions } from "../decisions.ts";
import { declareSubject } from "../declare.ts";

/** Takes the consent for one of the day of the visit: what arrives the next morning is not shown. */
export const showsOnDayOnly = declareSubject({
  id: "broken/shows-on-day-only",
  title: { ja: "受診当日にしか医療情報を表示しない", en: "shows medical data on the day of the visit only" },
  decisions: { ...referenceDecisions, showsGiven: (receivedOn, today) => receivedOn === today },
  fails: { C25: ["consent/given-is-shown"] },
});
