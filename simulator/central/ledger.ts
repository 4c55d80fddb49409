import type { InsuredPerson } from "../population/person.ts";

/** A kind of medical information the patient consents to (eligibility-rules.md §5). */
export type ConsentKind = "limit" | "disease" | "checkup" | "drug" | "care" | "surgery";

/** What a patient chose at a reader, and when. */
export interface ConsentRecord {
  readonly atMs: number;
  readonly given: readonly ConsentKind[];
  /** Set when the certificate was in its grace period: eligibility only (eligibility-rules.md §7.1). */
  readonly eligibilityOnly: boolean;
}

/** A challenge given to a terminal. */
export interface ChallengeRow {
  readonly bytes: string;
  readonly facility: string;
  readonly expiresAtMs: number;
}

/** A patient the centre has recognised at a reader, until the answers are in. */
export interface DialogueRow {
  readonly personId: string;
  readonly facility: string;
  readonly eligibilityOnly: boolean;
  readonly nearEnd: boolean;
  readonly expiresAtMs: number;
}

/** The tables of the centre, each a map from a key to a row. */
export interface LedgerTables {
  /** Serial number (発行番号) of a user certificate → the person the insurers linked to it. */
  readonly link: { readonly personId: string };
  /** Person id → everything the insurers registered. */
  readonly person: InsuredPerson;
  /** `insurer number/insured number` → the people who share it. */
  readonly insured: { readonly personIds: readonly string[] };
  /** Person id → from when the card counts as insurance card (健康保険証利用登録). */
  readonly registration: { readonly effectiveAtMs: number };
  readonly challenge: ChallengeRow;
  readonly dialogue: DialogueRow;
  /** `person id/facility code` → the last consent given there. */
  readonly consent: ConsentRecord;
}

/** Names one row. */
export type LedgerKey = { readonly [T in keyof LedgerTables]: readonly [T, string] }[keyof LedgerTables];

/** One change of one row; without a row it is removed. */
export type LedgerChange = {
  readonly [T in keyof LedgerTables]: {
    readonly table: T;
    readonly key: string;
    readonly row: LedgerTables[T] | undefined;
  };
}[keyof LedgerTables];

/** Rows read for one query. */
export interface LedgerSlice {
  /** The row under a key that was asked for; undefined when there is none, or nobody asked. */
  get<T extends keyof LedgerTables>(table: T, key: string): LedgerTables[T] | undefined;
}

/** Where the virtual world's centre keeps its state: read and changed at once, for only one message is on its way. */
export interface Ledger {
  read(keys: readonly LedgerKey[]): LedgerSlice;
  apply(changes: readonly LedgerChange[]): void;
}

/** One row of a ledger; undefined when there is none. */
export function rowOf<T extends keyof LedgerTables>(
  ledger: Ledger,
  table: T,
  key: string,
): LedgerTables[T] | undefined {
  return ledger.read([[table, key] as LedgerKey]).get(table, key);
}

/**
 * Work on a ledger, step by step: it yields the keys of the rows it wants next and is given them as a slice. What it
 * returns may depend on its rows only, so a store may run it again from the start after a conflict.
 */
export type LedgerWork<T> = Generator<readonly LedgerKey[], T, LedgerSlice>;

/** Rows computed on demand, for people nobody has touched yet. */
export type ComputedRows = <T extends keyof LedgerTables>(table: T, key: string) => LedgerTables[T] | undefined;

/** Up to so many rows are found faster one by one than through a map, which costs more to make than a message to answer. */
const MAX_UNINDEXED = 16;

/** Rows by table and key: a slice that can be filled. A row that is there may be undefined: it was removed. */
export class RowMap implements LedgerSlice {
  readonly #tables: (keyof LedgerTables)[] = [];
  readonly #keys: string[] = [];
  readonly #rows: unknown[] = [];
  #index: Map<string, number> | undefined;

  get<T extends keyof LedgerTables>(table: T, key: string): LedgerTables[T] | undefined {
    return this.#rows[this.#find(table, key)] as LedgerTables[T] | undefined;
  }

  has(table: keyof LedgerTables, key: string): boolean {
    return this.#find(table, key) >= 0;
  }

  set<T extends keyof LedgerTables>(table: T, key: string, row: LedgerTables[T] | undefined): void {
    const at = this.#find(table, key);
    if (at >= 0) {
      this.#rows[at] = row;
      return;
    }
    this.#index?.set(`${table} ${key}`, this.#keys.length);
    this.#tables.push(table);
    this.#keys.push(key);
    this.#rows.push(row);
  }

  /** The place of a row; -1 where there is none. */
  #find(table: keyof LedgerTables, key: string): number {
    if (this.#keys.length > MAX_UNINDEXED) {
      this.#index ??= new Map(this.#keys.map((name, at) => [`${this.#tables[at]} ${name}`, at]));
      return this.#index.get(`${table} ${key}`) ?? -1;
    }
    for (let at = 0; at < this.#keys.length; at++) if (this.#keys[at] === key && this.#tables[at] === table) return at;
    return -1;
  }
}

/** Runs work on a ledger at once, and returns what it returns. */
export function runOn<T>(ledger: Pick<Ledger, "read">, work: LedgerWork<T>): T {
  let step = work.next();
  while (step.done !== true) step = work.next(ledger.read(step.value));
  return step.value;
}

/** The ledger in memory: changed rows over computed ones, so that untouched people cost nothing. */
export class MemoryLedger implements Ledger {
  readonly #changed = new Map<keyof LedgerTables, Map<string, unknown>>();
  readonly #computed: ComputedRows;

  constructor(computed: ComputedRows) {
    this.#computed = computed;
  }

  read(keys: readonly LedgerKey[]): LedgerSlice {
    const slice = new RowMap();
    for (const [table, key] of keys) slice.set(table, key, this.#row(table, key));
    return slice;
  }

  apply(changes: readonly LedgerChange[]): void {
    for (const { table, key, row } of changes) {
      const rows = this.#changed.get(table);
      // Challenges and dialogues come and go with every check-in: of what was never computed nothing stays.
      if (row === undefined && this.#computed(table, key) === undefined) rows?.delete(key);
      else if (rows === undefined) this.#changed.set(table, new Map([[key, row]]));
      else rows.set(key, row);
    }
  }

  #row<T extends keyof LedgerTables>(table: T, key: string): LedgerTables[T] | undefined {
    const rows = this.#changed.get(table);
    const row = rows?.get(key) as LedgerTables[T] | undefined;
    // A removed row is there and undefined: it hides the computed one.
    return row !== undefined || rows?.has(key) === true ? row : this.#computed(table, key);
  }
}
