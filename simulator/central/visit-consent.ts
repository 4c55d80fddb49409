import { type CivilDate, stampAt } from "../kernel/civil-time.ts";
import { CONSENT } from "../messages/code-lists.ts";
import type { QualificationResult } from "../messages/kinds/siquc01.ts";
import { consentState } from "../rules/consent-state.ts";
import type { ConsentKind, LedgerKey } from "./ledger.ts";

/** OQSCD028 of the visits a patient consents to from afar: 2 at home 訪問診療等, 3 online オンライン診療等. */
export type VisitFlag = "2" | "3";

/** What a patient consented to for visits at home or online, and whether it still stands (eligibility-rules.md §5). */
export interface VisitConsent {
  readonly on: CivilDate;
  readonly atMs: number;
  readonly given: readonly ConsentKind[];
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

/** Whether a consent stands on a day: at home until it is ended, online on the day of the visit it is tied to (§5 [P24]). */
export function stands({ ended, examinationDate }: VisitConsent, today: CivilDate): boolean {
  return ended === undefined && (examinationDate === undefined || examinationDate === today);
}

/** Flags that go with a kind of medical information. */
const FLAGS = {
  checkup: ["SpecificHealthCheckupsInfoConsFlg", "SpecificHealthCheckupsInfoConsTime"],
  drug: ["PharmacistsInfoConsFlg", "PharmacistsInfoConsTime"],
  care: ["DiagnosisInfoConsFlg", "DiagnosisInfoConsTime"],
  surgery: ["OperationInfoConsFlg", "OperationInfoConsTime"],
} as const;

/**
 * The consents of a visit at home or online as elements: given, not given, or expired (OQSCD016). There is no end of 24
 * hours to tell, so no `…AvailableTime` (A).
 */
export function visitConsentPart(consent: VisitConsent, today: CivilDate): Partial<QualificationResult> {
  const inForce = stands(consent, today);
  const parts = Object.entries(FLAGS).map(([kind, [flag, time]]) => {
    const chosen = consent.given.some((one) => one === kind);
    const state = consentState.decide({
      grace: false,
      choice: chosen ? (inForce ? "given" : "withdrawn") : "refused",
      ageMs: undefined,
      windowMs: 0,
    }).result;
    return state === CONSENT.given ? { [flag]: state, [time]: stampAt(consent.atMs) } : { [flag]: state };
  });
  return Object.assign({}, ...parts);
}
