import { addDays, type CivilDate, midnightMs, stampAt } from "../kernel/civil-time.ts";
import { CONSENT } from "../messages/code-lists.ts";
import type { QualificationResult } from "../messages/kinds/siquc01.ts";
import { consentState } from "../rules/consent-state.ts";
import type { VisitStanding } from "../rules/medical-request.ts";
import type { ConsentKind, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { CentralContext } from "./service.ts";

/** OQSCD028 of the visits a patient consents to from afar: 2 at home 訪問診療等, 3 online オンライン診療等. */
export type VisitFlag = "2" | "3";

/** What a patient consented to for visits at home or online, and whether it still stands (eligibility-rules.md §5). */
export interface VisitConsent {
  readonly on: CivilDate;
  readonly atMs: number;
  readonly given: readonly ConsentKind[];
  /** Kinds that were given and ended alone, while others stay. */
  readonly withdrawn?: readonly ConsentKind[];
  /** Online: the day of the visit the consent is tied to. */
  readonly examinationDate?: CivilDate;
  /** OQSCD031: 1 ended by the facility, 2 by the patient, 3 for another purpose. */
  readonly ended?: { readonly atMs: number; readonly reason: "1" | "2" | "3" };
}

declare module "./ledger.ts" {
  interface LedgerTables {
    /** {@link visitConsentKey} → the consent. */
    readonly visitConsent: VisitConsent;
    /** {@link visitPatientsKey} → everyone who ever consented to such visits at a facility. */
    readonly visitPatients: { readonly personIds: readonly string[] };
  }
}

/** The consent of a person at a facility for visits of a kind. */
export const visitConsentKey = (personId: string, facility: string, flag: VisitFlag): LedgerKey => [
  "visitConsent",
  `${facility}/${flag}/${personId}`,
];

/** Everyone who consented at a facility to visits of a kind. */
export const visitPatientsKey = (facility: string, flag: VisitFlag): LedgerKey => [
  "visitPatients",
  `${facility}/${flag}`,
];

/** The consent of a person here; none counts before such visits became part of the check (§14). */
export function visitConsentOf(
  personId: string,
  flag: VisitFlag,
  slice: LedgerSlice,
  { facility, policy }: Pick<CentralContext, "facility" | "policy">,
): VisitConsent | undefined {
  const begun = flag === "2" ? policy.homeVisits : policy.onlineVisits;
  return begun ? slice.get("visitConsent", visitConsentKey(personId, facility.code, flag)[1]) : undefined;
}

/** How a consent stands on a day: at home until it is ended, online on the day of the visit it is tied to (§5 [P24]). */
export function standingOf({ ended, examinationDate }: VisitConsent, today: CivilDate): VisitStanding {
  if (ended !== undefined) return "over";
  if (examinationDate === undefined || examinationDate === today) return "stands";
  return today < examinationDate ? "ahead" : "over";
}

/** What was chosen of a kind: once given and ended since is not the same as never given (OQSCD016 2 and 0). */
export function choiceOf(
  { given, withdrawn = [], ended }: VisitConsent,
  kind: ConsentKind,
): "given" | "refused" | "withdrawn" {
  if (!given.includes(kind)) return withdrawn.includes(kind) ? "withdrawn" : "refused";
  return ended === undefined ? "given" : "withdrawn";
}

/** The consent a question about a patient rests on, or why it is refused: one whose day has not come is none yet, not an expired one (ours). */
export function consentInForce(
  personId: string,
  flag: VisitFlag,
  slice: LedgerSlice,
  cx: Pick<CentralContext, "facility" | "policy" | "today">,
): VisitConsent | "SIM-P-105" | "SIM-P-106" {
  const consent = visitConsentOf(personId, flag, slice, cx);
  if (consent === undefined) return "SIM-P-105";
  const standing = standingOf(consent, cx.today);
  if (standing === "stands") return consent;
  return standing === "ahead" ? "SIM-P-105" : "SIM-P-106";
}

/** Flags that go with a kind of medical information. */
const FLAGS = {
  checkup: ["SpecificHealthCheckupsInfoConsFlg", "SpecificHealthCheckupsInfoConsTime"],
  drug: ["PharmacistsInfoConsFlg", "PharmacistsInfoConsTime"],
  care: ["DiagnosisInfoConsFlg", "DiagnosisInfoConsTime"],
  surgery: ["OperationInfoConsFlg", "OperationInfoConsTime"],
} as const;

/** How long an online consent lasts from the moment it was given: until the day of its visit is over; one at home has no end of its own. */
function lifeOf({ atMs, examinationDate }: VisitConsent, nowMs: number) {
  return examinationDate === undefined
    ? { ageMs: undefined, windowMs: 0 }
    : { ageMs: nowMs - atMs, windowMs: midnightMs(addDays(examinationDate, 1)) - atMs };
}

/**
 * The consents of a visit at home or online as elements: given, not given, or expired (OQSCD016). An online one is told as
 * given before its day too, for given it is. There is no end of 24 hours to tell, so no `…AvailableTime` (A).
 * `excluded`: the person is insured where there is no medical view (§15.5).
 */
export function visitConsentPart(
  consent: VisitConsent,
  nowMs: number,
  excluded: boolean,
): Partial<QualificationResult> {
  const life = lifeOf(consent, nowMs);
  const kinds = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const parts = kinds.map((kind) => {
    const [flag, time] = FLAGS[kind];
    const state = consentState.decide({ grace: false, excluded, choice: choiceOf(consent, kind), ...life }).result;
    return state === CONSENT.given ? { [flag]: state, [time]: stampAt(consent.atMs) } : { [flag]: state };
  });
  return Object.assign({}, ...parts);
}
