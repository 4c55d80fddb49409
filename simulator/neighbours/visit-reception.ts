import type { Ledger } from "../central/ledger.ts";
import { type VisitConsent, type VisitFlag, visitConsentKey, visitPatientsKey } from "../central/visit-consent.ts";
import type { Strand } from "../kernel/pco.ts";
import type { Process } from "../kernel/process.ts";

/** What a patient does on the phone or on the web, away from any counter: consents to visits, or ends the consent. */
export interface VisitConsentChange {
  readonly personId: string;
  readonly facility: string;
  readonly flag: VisitFlag;
  readonly consent: VisitConsent;
}

/** {@link VisitConsentChange} as evidence. */
export type KeptVisitConsent = {
  readonly person: string;
  readonly facility: string;
  readonly flag: VisitFlag;
  readonly on: string;
  readonly examinationDate?: string;
  readonly given: string;
  /** OQSCD031, when it was ended. */
  readonly endedFor?: string;
};

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** From the patient's phone or web page (マイナ在宅受付) to the centre. */
    "visit.consent": { readonly live: VisitConsentChange; readonly kept: KeptVisitConsent };
  }
}

/** Keeps a change of consent. */
export function keepVisitConsent({ personId, facility, flag, consent }: VisitConsentChange): KeptVisitConsent {
  const { on, examinationDate, given, ended } = consent;
  return {
    person: personId,
    facility,
    flag,
    on,
    ...(examinationDate === undefined ? {} : { examinationDate }),
    given: given.join(" "),
    ...(ended === undefined ? {} : { endedFor: ended.reason }),
  };
}

/** A consent from afar arrives at the centre, or a change of one (eligibility-rules.md §5 [P24]; receipt-system-interface.md SEQ-10). */
export function* changesVisitConsent(change: VisitConsentChange, ledger: Ledger, strand: Strand): Process<void> {
  const passage = yield* strand.cross("visit.consent", change);
  for (const { personId, facility, flag, consent } of passage.delivered) {
    const patients = visitPatientsKey(facility, flag);
    const before = ledger.read([patients]).get("visitPatients", patients[1])?.personIds ?? [];
    ledger.apply([
      { table: "visitConsent", key: visitConsentKey(personId, facility, flag)[1], row: consent },
      { table: "visitPatients", key: patients[1], row: { personIds: [...new Set([...before, personId])] } },
    ]);
  }
}
