import type { Ledger, LedgerChange } from "../central/ledger.ts";
import { type CivilDate, dateAt, HOUR_MS, MINUTE_MS, midnightMs } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import { isBusinessDay } from "../population/business-day.ts";
import type { MedicalAid, MedicalTicket } from "../population/medical-aid.ts";
import { type RegistrationHabit, ticketRegistration } from "../rules/ticket-registration.ts";

/** One registration of a welfare office; the changes are applied when it has arrived. */
export interface WelfareRecord {
  readonly office: string;
  readonly matter: "ticket" | "aid-ended";
  readonly personId: string;
  /** Of a ticket: facility and month. */
  readonly facility?: string;
  readonly month?: string;
  readonly changes: readonly LedgerChange[];
}

/** {@link WelfareRecord} as evidence. */
export type KeptWelfareRecord = Omit<WelfareRecord, "changes">;

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
export function keepWelfareRecord({ changes: _changes, ...kept }: WelfareRecord): KeptWelfareRecord {
  return kept;
}

/** Office hours on business days: 8:30 to 17:15 (ours; municipal offices keep hours like these). */
const OPENS_MS = 8 * HOUR_MS + 30 * MINUTE_MS;
const CLOSES_MS = 17 * HOUR_MS + 15 * MINUTE_MS;
/** Registrations of a day are seen from this time on (ours). */
const REGISTERS_MS = 9 * HOUR_MS;

/** What a welfare office works with. */
export interface WelfareOfficeParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
}

/** 福祉事務所: decides aid, registers tickets in its own time, answers the phone (eligibility-rules.md §13.2). */
export class WelfareOffice {
  readonly #parts: WelfareOfficeParts;

  constructor(parts: WelfareOfficeParts) {
    this.#parts = parts;
  }

  /** Decides on a ticket now, and registers it when the office does so by its habit, at 9:00 of that day or at once. */
  *issues(
    personId: string,
    ticket: MedicalTicket,
    habit: RegistrationHabit | "at-once",
    strand: Strand,
  ): Process<void> {
    const { clock } = this.#parts;
    if (habit !== "at-once") {
      const seenFrom = ticketRegistration.decide({ habit, decidedOn: dateAt(clock.nowMs) }).result;
      yield* sleep(clock, Math.max(0, midnightMs(seenFrom) + REGISTERS_MS - clock.nowMs));
    }
    const aid = this.#aidOf(personId);
    if (aid === undefined) return;
    const key = `${ticket.facility.code}/${ticket.month}`;
    const there = this.#parts.ledger.read([["entrusted", key]]).get("entrusted", key)?.personIds ?? [];
    const personIds = there.includes(personId) ? there : [...there, personId];
    yield* this.#send(strand, {
      office: aid.officeName,
      matter: "ticket",
      personId,
      facility: ticket.facility.code,
      month: ticket.month,
      changes: [
        { table: "aid", key: personId, row: { ...aid, tickets: [...aid.tickets, ticket] } },
        { table: "entrusted", key, row: { personIds } },
      ],
    });
  }

  /** Stops or ends the aid of a person: the day is the first not covered any more. */
  *ends(personId: string, endedOn: CivilDate, strand: Strand): Process<void> {
    const aid = this.#aidOf(personId);
    if (aid === undefined) return;
    yield* this.#send(strand, {
      office: aid.officeName,
      matter: "aid-ended",
      personId,
      changes: [{ table: "aid", key: personId, row: { ...aid, endedOn } }],
    });
  }

  /**
   * A facility asks whether aid applies to a person, before any ticket is seen. Within office hours the answer is what the
   * office decided, whether it has registered it or not; who asked, when and what was said is logged.
   */
  *answers(
    personId: string,
    { facility, caller }: Pick<WelfareCall, "facility" | "caller">,
    strand: Strand,
  ): Process<WelfareAnswer> {
    const { nowMs } = this.#parts.clock;
    const aid = this.#aidOf(personId);
    const today = dateAt(nowMs);
    const runs = aid !== undefined && aid.startedOn <= today && (aid.endedOn === undefined || today < aid.endedOn);
    const answer = !answersPhone(nowMs) ? "nobody-answers" : runs ? "applies" : "does-not-apply";
    const office = aid?.officeName ?? "";
    const passage = yield* strand.cross("welfare.call", { office, facility, caller, personId, answer });
    return passage.delivered[0]?.answer ?? "nobody-answers";
  }

  #aidOf(personId: string): MedicalAid | undefined {
    return this.#parts.ledger.read([["aid", personId]]).get("aid", personId);
  }

  *#send(strand: Strand, record: WelfareRecord): Process<void> {
    const passage = yield* strand.cross("welfare.record", record);
    for (const { changes } of passage.delivered.slice(0, 1)) this.#parts.ledger.apply(changes);
  }
}

/** Whether a welfare office answers its phone at an instant. */
export function answersPhone(atMs: number): boolean {
  const today = dateAt(atMs);
  const sinceMidnightMs = atMs - midnightMs(today);
  return isBusinessDay(today) && sinceMidnightMs >= OPENS_MS && sinceMidnightMs < CLOSES_MS;
}
