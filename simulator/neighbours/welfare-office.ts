import { type Ledger, type LedgerChange, rowOf } from "../central/ledger.ts";
import { type CivilDate, dateAt, HOUR_MS, MINUTE_MS, midnightMs } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import { recipientNumberIn } from "../population/aid-under-number.ts";
import { isBusinessDay } from "../population/business-day.ts";
import type { MedicalAid } from "../population/medical-aid.ts";
import { type RegistrationHabit, ticketRegistration } from "../rules/ticket-registration.ts";
import type { WelfareAnswer, WelfareCall, WelfareRecord } from "./welfare-records.ts";

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
    issued: Omit<Extract<WelfareRecord, { readonly matter: "ticket" }>, "office" | "personId" | "matter">,
    habit: RegistrationHabit | "at-once",
    strand: Strand,
  ): Process<void> {
    const { clock } = this.#parts;
    if (habit !== "at-once") {
      const seenFrom = ticketRegistration.decide({ habit, decidedOn: dateAt(clock.nowMs) }).result;
      yield* sleep(clock, Math.max(0, midnightMs(seenFrom) + REGISTERS_MS - clock.nowMs));
    }
    const office = this.#aidOf(personId)?.officeName;
    if (office !== undefined) yield* this.#send({ office, personId, matter: "ticket", ...issued }, strand);
  }

  /** Stops or ends the aid of a person: the day is the first not covered any more. */
  *ends(personId: string, endedOn: CivilDate, strand: Strand): Process<void> {
    const office = this.#aidOf(personId)?.officeName;
    if (office !== undefined) yield* this.#send({ office, personId, matter: "aid-ended", endedOn }, strand);
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
    return rowOf(this.#parts.ledger, "aid", personId);
  }

  *#send(record: WelfareRecord, strand: Strand): Process<void> {
    const passage = yield* strand.cross("welfare.record", record);
    // What changes is worked out on arrival: a record that was held up must not undo what came meanwhile.
    for (const arrived of passage.delivered.slice(0, 1)) this.#parts.ledger.apply(this.#changesBy(arrived));
  }

  #changesBy(record: WelfareRecord): readonly LedgerChange[] {
    const { personId } = record;
    const aid = this.#aidOf(personId);
    if (aid === undefined) return [];
    if (record.matter === "aid-ended")
      return [{ table: "aid", key: personId, row: { ...aid, endedOn: record.endedOn } }];
    const { month, facility } = record.ticket;
    const number = record.recipientNumber ?? recipientNumberIn(aid, month);
    // Tickets of before keep the number they were issued under, and it still leads to them.
    const ticket = number === aid.recipientNumber ? record.ticket : { ...record.ticket, recipientNumber: number };
    return [
      { table: "aid", key: personId, row: { ...aid, tickets: [...aid.tickets, ticket] } },
      ...this.#adding(personId, "entrusted", `${facility.code}/${month}`),
      ...this.#adding(personId, "recipient", `${aid.payerNumber}/${number}`),
    ];
  }

  /** A person beside those a row names already: nobody is taken out of it. */
  #adding(personId: string, table: "entrusted" | "recipient", key: string): readonly LedgerChange[] {
    const there = rowOf(this.#parts.ledger, table, key)?.personIds ?? [];
    return there.includes(personId) ? [] : [{ table, key, row: { personIds: [...there, personId] } }];
  }
}

/** Whether a welfare office answers its phone at an instant. */
export function answersPhone(atMs: number): boolean {
  const today = dateAt(atMs);
  const sinceMidnightMs = atMs - midnightMs(today);
  return isBusinessDay(today) && sinceMidnightMs >= OPENS_MS && sinceMidnightMs < CLOSES_MS;
}
