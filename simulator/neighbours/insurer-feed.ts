import { type Ledger, type LedgerChange, rowOf } from "../central/ledger.ts";
import type { Bilingual } from "../kernel/bilingual.ts";
import { addDays, type CivilDate, dateAt } from "../kernel/civil-time.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep } from "../kernel/process.ts";
import type { Eligibility, InsuredPerson } from "../population/person.ts";
import { dayBy } from "../rules/date-rules.ts";

/** What an insurer does with a record, in words. */
export const feedMatterNames = {
  registration: { ja: "資格の登録", en: "a new insurance" },
  loss: { ja: "資格喪失の登録", en: "a loss" },
  data: { ja: "登録内容の変更", en: "changed data" },
  link: { ja: "紐付けの訂正", en: "a corrected link" },
  hold: { ja: "J-LIS照合による保留", en: "held by the J-LIS comparison" },
  release: { ja: "保留の解除", en: "released" },
  protection: { ja: "支援措置の登録", en: "protection" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What an insurer does with a record. */
export type FeedMatter = keyof typeof feedMatterNames;

/** One record on its way from an insurer through 中間サーバー to the centre. */
export interface FeedRecord {
  readonly matter: FeedMatter;
  readonly personId: string;
  /** The insurance it is about. */
  readonly insurerNumber?: string;
  /** Day of the event, and the last day on which the centre should have known (eligibility-rules.md §11). */
  readonly happenedOn?: CivilDate;
  readonly dueOn?: CivilDate;
  /** Worked out from what is there when it has arrived: a record that was held up undoes nothing that came meanwhile. */
  readonly changes: () => readonly LedgerChange[];
}

/** {@link FeedRecord} as evidence; whether it came too late is told. */
export type KeptFeedRecord = Omit<FeedRecord, "changes">;

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** From the insurers to the centre. */
    "feed.record": { readonly live: FeedRecord; readonly kept: KeptFeedRecord };
  }
}

/** Keeps a record. */
export function keepFeedRecord({ changes: _changes, ...kept }: FeedRecord): KeptFeedRecord {
  return kept;
}

/** How punctual the feed was: registrations and losses that arrived, those after their deadline, the longest delay in days. */
export interface FeedStatistics {
  readonly arrived: number;
  readonly late: number;
  readonly longestDelayDays: number;
}

/** What the feed works with. */
export interface InsurerFeedParts {
  readonly clock: Clock;
  readonly ledger: Ledger;
}

/** A person with one thing changed, such that a repeated record changes nothing more. */
export type PersonChange = (person: InsuredPerson) => InsuredPerson;

/** OQSCD008: lost because another insurance was acquired. */
const CHANGED = "03";
/** How far the statistics count: a delay longer than this is as bad. */
const LONGEST_COUNTED_DAYS = 400;

/** Insurers and 中間サーバー: they register, correct, hold and release, in their own time (requirements.md SYS-03, SYS-04). */
export class InsurerFeed {
  readonly #parts: InsurerFeedParts;
  #statistics: FeedStatistics = { arrived: 0, late: 0, longestDelayDays: 0 };

  constructor(parts: InsurerFeedParts) {
    this.#parts = parts;
  }

  get statistics(): FeedStatistics {
    return this.#statistics;
  }

  /** A new insurance begins: the centre learns of it so long after now; the one before is lost that day (§11). */
  *registers(personId: string, row: Eligibility, afterMs: number, strand: Strand): Process<void> {
    const { clock } = this.#parts;
    yield* sleep(clock, afterMs);
    const change: PersonChange = (person) => ({
      ...person,
      eligibilities: withRegistered(person.eligibilities, { ...row, registeredAtMs: clock.nowMs }),
    });
    yield* this.#sendDated("registration", personId, row, row.acquired, change, strand);
  }

  /** Employment ended on a day: the insurance is lost on the next (§11). */
  *endsEmployment(personId: string, leftOn: CivilDate, afterMs: number, strand: Strand): Process<void> {
    yield* sleep(this.#parts.clock, afterMs);
    const lost = dayBy({ ask: "loss", leftOn });
    if (lost === undefined) return;
    // What began after the last day is another employment's.
    const ends = (row: Eligibility): boolean => row.acquired <= leftOn && isOpenOn(row, lost);
    const row = this.#person(personId)?.eligibilities.find(ends);
    if (row === undefined) return;
    const change: PersonChange = (person) => ({
      ...person,
      eligibilities: person.eligibilities.map((former) =>
        ends(former) ? { ...former, lost, reasonOfLoss: "99" } : former,
      ),
    });
    yield* this.#sendDated("loss", personId, row, lost, change, strand);
  }

  /** The data of a person change: written oddly, corrected, held, released, protected. */
  *changes(matter: FeedMatter, personId: string, change: PersonChange, strand: Strand): Process<void> {
    yield* this.#send({ matter, personId, changes: () => this.#rowsOf(personId, change) }, strand);
  }

  /** The card with a serial number belongs to this person: a wrong link is corrected (requirements.md R3-25, R3-26). */
  *links(serial: string, personId: string, strand: Strand): Process<void> {
    const { clock } = this.#parts;
    const changes = (): readonly LedgerChange[] => [
      { table: "link", key: serial, row: { personId } },
      { table: "registration", key: personId, row: { effectiveAtMs: clock.nowMs } },
    ];
    yield* this.#send({ matter: "link", personId, changes }, strand);
  }

  *#sendDated(
    matter: FeedMatter,
    personId: string,
    { insurerNumber }: Eligibility,
    happenedOn: CivilDate,
    change: PersonChange,
    strand: Strand,
  ): Process<void> {
    const toldBy = dayBy({ ask: "insurer-told-by", since: happenedOn });
    const dueOn = toldBy === undefined ? undefined : dayBy({ ask: "centre-told-by", since: toldBy });
    const record = { matter, personId, insurerNumber, happenedOn, changes: () => this.#rowsOf(personId, change) };
    const arrived = yield* this.#send(dueOn === undefined ? record : { ...record, dueOn }, strand);
    if (arrived && dueOn !== undefined) this.#count(dueOn);
  }

  /** Crosses the way to the centre; every copy that arrives is written. */
  *#send(record: FeedRecord, strand: Strand): Process<boolean> {
    const { delivered } = yield* strand.cross("feed.record", record);
    for (const { changes } of delivered) this.#parts.ledger.apply(changes());
    return delivered.length > 0;
  }

  #count(dueOn: CivilDate): void {
    const { arrived, late, longestDelayDays } = this.#statistics;
    const delay = daysAfter(dueOn, dateAt(this.#parts.clock.nowMs));
    this.#statistics = {
      arrived: arrived + 1,
      late: late + (delay > 0 ? 1 : 0),
      longestDelayDays: Math.max(longestDelayDays, delay),
    };
  }

  #rowsOf(personId: string, change: PersonChange): readonly LedgerChange[] {
    const person = this.#person(personId);
    if (person === undefined) return [];
    const changed = change(person);
    const keys = new Set(changed.eligibilities.map(({ insurerNumber, number }) => `${insurerNumber}/${number}`));
    return [
      { table: "person", key: personId, row: changed },
      ...[...keys].map(
        (key): LedgerChange => ({ table: "insured", key, row: { personIds: this.#sharing(key, personId) } }),
      ),
    ];
  }

  /** Who has a number, this person with them. */
  #sharing(key: string, personId: string): readonly string[] {
    const ids = rowOf(this.#parts.ledger, "insured", key)?.personIds ?? [];
    return ids.includes(personId) ? ids : [...ids, personId];
  }

  #person(personId: string): InsuredPerson | undefined {
    return rowOf(this.#parts.ledger, "person", personId);
  }
}

/**
 * The insurances of a person with a new one among them, the same in whatever order records come: each is lost on the day the next
 * begins, without a gap (§11), and an earlier period under the same number stays.
 */
function withRegistered(rows: readonly Eligibility[], row: Eligibility): readonly Eligibility[] {
  const isSame = (other: Eligibility): boolean =>
    other.insurerNumber === row.insurerNumber && other.number === row.number && other.acquired === row.acquired;
  const others = rows.filter((other) => !isSame(other));
  return [...others.map((former) => endedBy(former, row)), others.reduce(endedBy, row)];
}

/** What the beginning of another insurance makes of one that began before. */
function endedBy(former: Eligibility, next: Eligibility): Eligibility {
  const lost = dayBy({ ask: "loss-by-change", newAcquired: next.acquired });
  if (lost === undefined || next.acquired <= former.acquired || !isOpenOn(former, lost)) return former;
  return { ...former, lost, reasonOfLoss: CHANGED };
}

/** Whether a loss on a day is news: no insurer told one, or all that is known is that another insurance began later. */
function isOpenOn({ lost, reasonOfLoss }: Eligibility, on: CivilDate): boolean {
  return lost === undefined || (reasonOfLoss === CHANGED && lost > on);
}

/** Days by which a day lies after another; 0 when it does not. */
function daysAfter(due: CivilDate, on: CivilDate): number {
  for (let days = 0; days < LONGEST_COUNTED_DAYS; days++) if (addDays(due, days) >= on) return days;
  return LONGEST_COUNTED_DAYS;
}
