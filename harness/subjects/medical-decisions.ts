import type { FacilityConsentKind, FacilityKind } from "../../simulator/population/facility.ts";
import { mayView, type ViewerRole } from "../../simulator/rules/medical-viewers.ts";
import type { KnownConsents } from "./medical-book.ts";

/** Kinds of medical information by whether the patient consented to each at the last card check. */
export type MedicalConsents = Readonly<Record<FacilityConsentKind, boolean>>;

/** A specific disease as it arrived. */
export interface HeldDisease {
  /** OQSCD013. */
  readonly category: string;
  readonly selfPayYen?: number;
}

/** Limit class and specific diseases of an answer. */
export interface Benefits {
  /** OQSCD012. */
  readonly limit?: string;
  readonly diseases: readonly HeldDisease[];
}

/**
 * The decisions about medical information and sensitive data in which receipt systems go wrong, part of `Decisions`. A
 * broken subject differs from the reference in one of them.
 */
export interface MedicalDecisions {
  /** Whether a user may ask for a kind at all: asked before any request (requirements.md R1-30). */
  mayAsk(role: ViewerRole, kind: FacilityConsentKind, at: FacilityKind): boolean;
  /** The consents that count: those of the visit, or of the patient's last card check. */
  consentsInForce(ofVisit: KnownConsents | undefined, last: KnownConsents | undefined): KnownConsents | undefined;
  /** Under which flag (OQSCD028) a kind without consent is asked for; undefined: not at all. */
  asksUnconsented(kind: FacilityConsentKind): KnownConsents["flag"] | undefined;
  /** Whether the numbers of a ticket serve where the patient has aid alone (requirements.md R0-25). */
  readonly asksByTicket: boolean;
  /** Whether data that were given are shown, at a visit received on one day and looked at on another. */
  showsGiven(receivedOn: string, today: string): boolean;
  /** What is shown of a kind without consent: that there is no consent, or that there are no data. */
  readonly withoutConsent: "not-consented" | "none";
  /** The month of care that goes with data from claims, given the newest month in them and the month of today. */
  monthShown(newest: string, today: string): string;
  /** What is shown of limit and diseases, given this answer and what was held before. */
  benefitsShown(received: Benefits, before: Benefits | undefined): Benefits;
}

/** What a careful receipt system decides. */
export const carefulWithMedical: MedicalDecisions = {
  mayAsk: (role, kind, at) => mayView({ role, kind, at, pharmacyCheckups: true }),
  // A new card check replaces the old one, whatever visit it was at (eligibility-rules.md §5).
  consentsInForce: (_ofVisit, last) => last,
  asksUnconsented: () => undefined,
  asksByTicket: true,
  // The consent lasts 24 hours, into the next day: whether it is over, the centre knows (eligibility-rules.md §5).
  showsGiven: () => true,
  withoutConsent: "not-consented",
  // Claims are 1 to 1.5 months old: shown without their month they look like today's (requirements.md R1-08).
  monthShown: (newest) => newest,
  // Flag 0 brings no data, and old ones must not stand in for them (receipt-system-interface.md SEQ-03).
  benefitsShown: (received) => received,
};
