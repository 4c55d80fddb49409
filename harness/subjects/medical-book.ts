import type { Benefits, MedicalConsents } from "./medical-decisions.ts";

/** Consents, and the way they were given: OQSCD028, 1 by card, 2 for visits at home, 3 online. */
export interface KnownConsents {
  readonly consents: MedicalConsents;
  readonly flag: "1" | "2" | "3";
}

/** What the features about medical information keep from one step to the next; one a receipt system. */
export class MedicalBook {
  /** Consents as the check of a visit gave them, by visit. */
  readonly byVisit = new Map<string, KnownConsents>();
  /** Consents of the last check, by chart. */
  readonly byChart = new Map<string, KnownConsents>();
  /** Limit and diseases to show at a visit, by visit. */
  readonly benefits = new Map<string, Benefits>();
  /** Limit and diseases last shown, by chart. */
  readonly held = new Map<string, Benefits>();
}
