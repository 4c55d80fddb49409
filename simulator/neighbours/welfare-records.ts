import type { CivilDate } from "../kernel/civil-time.ts";
import type { MedicalTicket } from "../population/medical-aid.ts";

/** One registration of a welfare office, on its way to the centre. */
export type WelfareRecord = { readonly office: string; readonly personId: string } & (
  | {
      readonly matter: "ticket";
      readonly ticket: MedicalTicket;
      /** 受給者番号 from this ticket on, where it changed: it is no fixed number of the person (§13.2). */
      readonly recipientNumber?: string;
    }
  | { readonly matter: "aid-ended"; readonly endedOn: CivilDate }
);

/** {@link WelfareRecord} as evidence. */
export interface KeptWelfareRecord {
  readonly office: string;
  readonly personId: string;
  readonly matter: WelfareRecord["matter"];
  /** Of a ticket: facility and month. */
  readonly facility?: string;
  readonly month?: string;
  readonly endedOn?: CivilDate;
}

/** A call at a welfare office, as its log keeps it (requirements.md R0-10). */
export interface WelfareCall {
  readonly office: string;
  /** Facility code, and name of whoever calls. */
  readonly facility: string;
  readonly caller: string;
  readonly personId: string;
  readonly answer: WelfareAnswer;
}

/** What a welfare office says on the phone; outside its hours nobody answers. */
export type WelfareAnswer = "applies" | "does-not-apply" | "nobody-answers";

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** From a welfare office to the centre. */
    "welfare.record": { readonly live: WelfareRecord; readonly kept: KeptWelfareRecord };
    /** On the phone between a facility and a welfare office. */
    "welfare.call": { readonly live: WelfareCall; readonly kept: WelfareCall };
  }
}

/** Keeps a registration. */
export function keepWelfareRecord(record: WelfareRecord): KeptWelfareRecord {
  const { office, personId, matter } = record;
  return matter === "ticket"
    ? { office, personId, matter, facility: record.ticket.facility.code, month: record.ticket.month }
    : { office, personId, matter, endedOn: record.endedOn };
}
