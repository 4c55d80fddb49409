import type { FacilityConsentKind, FacilityKind } from "../../population/facility.ts";
import { type MedicalRequestCase, medicalRequest } from "../../rules/medical-request.ts";
import { mayView, type ViewerRole } from "../../rules/medical-viewers.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";
import { consentKindsOf } from "../facility-settings.ts";
import type { LedgerSlice } from "../ledger.ts";
import type { CentralContext } from "../service.ts";
import { choiceOf, standingOf, visitConsentOf } from "../visit-consent.ts";
import { EMERGENCY_FLAG, openView, viewShows } from "./emergency-view.ts";
import { areExcluded } from "./excluded.ts";
import { type MedicalSubject, visitFlagOf } from "./subject.ts";

/** Says of each kind whether it is answered, and by which row. */
export type Grants = (kind: FacilityConsentKind) => ReturnType<typeof medicalRequest.decide>;

/** OQSCD010 of 医療扶助. */
const AID = "A1";
/** Who is qualified at a facility that has no doctors. */
const ROLES: Readonly<Partial<Record<FacilityKind, ViewerRole>>> = {
  pharmacy: "pharmacist",
  "home-nursing": "assigned",
};

type Basis = Pick<MedicalRequestCase, "path" | "grace" | "ageMs" | "visit"> & {
  readonly choiceOf: (kind: FacilityConsentKind) => MedicalRequestCase["choice"];
};

/** What a request about a person is granted: consent, time, viewer, facility and person, by the rule (eligibility-rules.md §5). */
export function grantsOf(
  { person, row }: MedicalSubject,
  flag: string | undefined,
  slice: LedgerSlice,
  cx: CentralContext,
): Grants {
  const { facility, policy } = cx;
  const { choiceOf: chosenOf, ...basis } = basisOf(person.id, flag, slice, cx);
  const switchedOn = consentKindsOf(facility, slice);
  const view = flag === EMERGENCY_FLAG ? openView(person.id, slice, cx) : undefined;
  // An aid that is named counts beside the insurances: it has claims of its own.
  const insurances = [...judgeByCard(person, cx.today).rows, ...(row.cardClassification === AID ? [row] : [])];
  const excluded = areExcluded(insurances);
  return (kind) =>
    medicalRequest.decide({
      ...basis,
      kind,
      viewer: isViewer(kind, cx),
      switchedOn: switchedOn.includes(kind),
      excluded,
      choice: chosenOf(kind),
      windowMs: policy.consentWindowMs,
      gateOpen: view !== undefined && viewShows(view, kind),
    });
}

/**
 * What a view in a disaster is granted: the open gate stands for the consent by card, account and role count as ever
 * (eligibility-rules.md §6.2, §15.2). It is asked once the gate was found open.
 */
export function disasterGrants(excluded: boolean, cx: CentralContext): Grants {
  return (kind) =>
    medicalRequest.decide({
      path: "disaster",
      kind,
      viewer: isViewer(kind, cx),
      switchedOn: true, // how a facility is set up for its usual days does not bind it here: row 5/emergency comes first
      excluded,
      grace: false,
      choice: undefined,
      ageMs: 0,
      windowMs: cx.policy.consentWindowMs,
      visit: "over",
      gateOpen: true,
    });
}

/** The file carries no role: the facility answers for its users, the centre looks at the account (§6.2). */
function isViewer(kind: FacilityConsentKind, { account, facility, policy }: CentralContext): boolean {
  const role = ROLES[facility.kind] ?? "doctor";
  return account !== "general" && mayView({ role, kind, at: facility.kind, pharmacyCheckups: policy.pharmacyCheckups });
}

function basisOf(personId: string, flag: string | undefined, slice: LedgerSlice, cx: CentralContext): Basis {
  const { nowMs, today, facility } = cx;
  const visit = visitFlagOf(flag);
  if (visit !== undefined) {
    const consent = visitConsentOf(personId, visit, slice, cx);
    return {
      path: visit === "2" ? "home" : "online",
      grace: false,
      ageMs: nowMs - (consent?.atMs ?? nowMs),
      visit: consent === undefined ? "over" : standingOf(consent, today),
      choiceOf: (kind) => consent && choiceOf(consent, kind),
    };
  }
  const consent = slice.get("consent", `${personId}/${facility.code}`);
  return {
    path: flag === EMERGENCY_FLAG ? "emergency" : consent === undefined ? "number" : "card", // no card was ever laid here
    grace: consent?.eligibilityOnly === true,
    ageMs: nowMs - (consent?.atMs ?? nowMs),
    visit: "over",
    choiceOf: (kind) => consent && (consent.given.includes(kind) ? "given" : "refused"),
  };
}
