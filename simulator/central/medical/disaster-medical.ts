import type { DisasterMedical } from "../../messages/kinds/web-screens.ts";
import type { FacilityConsentKind } from "../../population/facility.ts";
import { shownRows } from "../../rules/validity-by-card.ts";
import type { CentralContext } from "../service.ts";
import type { FoundWithoutCard } from "../without-card.ts";
import { checkupElements } from "./checkup-elements.ts";
import { drugMonths } from "./drug-months.ts";
import { areExcluded } from "./excluded.ts";
import { disasterGrants } from "./grant.ts";
import { prescriptionParts } from "./prescription-months.ts";
import { allMonths, claimedDays, prescribedDays } from "./seen-care.ts";
import { seenCheckups } from "./seen-checkups.ts";

/**
 * What a view in a disaster shows beyond the eligibility: drugs, care, surgery, check-ups and prescriptions, each within its
 * window, as the normal answers have them (eligibility-rules.md §6.1, §15.2; requirements.md R1-36).
 */
export function disasterMedical({ person, rows, aided }: FoundWithoutCard, cx: CentralContext): DisasterMedical {
  const { facility, policy, today } = cx;
  const grants = disasterGrants(areExcluded(rows) && !aided, cx); // an aid has claims of its own
  // Of whoever has nothing but rows on hold there is no view at all (§15.4), whatever their 医療扶助 says.
  const held = person.eligibilities.length > 0 && shownRows(person).length === 0;
  const shows = (kind: FacilityConsentKind): boolean => !held && grants(kind).result === "answered";
  const allowed = { drug: shows("drug"), care: shows("care"), surgery: shows("surgery") };
  const months = allMonths(today, policy);
  const claims = claimedDays(person, months, today, policy, allowed);
  return {
    ...(allowed.drug || allowed.care || allowed.surgery
      ? { MeTrMonthInf: drugMonths(claims, facility.code, allowed.care || allowed.surgery) }
      : {}),
    ...(allowed.drug ? prescriptionParts(prescribedDays(person, months, today, policy), facility.code) : {}),
    ...(shows("checkup") ? { SpecificHealthCheckupInfo: checkupElements(seenCheckups(person, cx)) } : {}),
  };
}
