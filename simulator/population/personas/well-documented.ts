import { addMonths, ageOn } from "../../kernel/civil-time.ts";
import { careHistory, checkupsOf } from "../medical/index.ts";
import { asComputed, certificateLasts, isEmployee } from "./common.ts";
import { persona } from "./persona.ts";

/** Under treatment for years and yearly at check-ups: whatever kind of information is asked for, there is some. */
export const wellDocumented = persona({
  id: "well-documented",
  title: { ja: "通院・健診の記録がある患者", en: "has drugs, care and check-ups on record" },
  startIndex: 33_000_000,
  suits: (person, today) => {
    if (!isEmployee(person, today) || ageOn(person.birthdate, today) < 47) return false;
    // The history goes with the name the person has on stage.
    const patient = { ...person, id: "well-documented" };
    const months = new Set(
      careHistory(patient, addMonths(today, -8), today)
        .filter(({ drugs, pharmacy }) => drugs.length > 0 && pharmacy !== undefined)
        .map(({ on }) => on.slice(0, 6)),
    );
    const longAgo = careHistory(patient, addMonths(today, -59), addMonths(today, -58));
    return months.size >= 8 && longAgo.length > 0 && checkupsOf(patient, addMonths(today, -59), today).length >= 4;
  },
  overlay: asComputed,
  registered: true,
  certificateEnds: certificateLasts,
});
