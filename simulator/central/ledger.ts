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
  get<T extends keyof LedgerTables>(table: T, key: string): LedgerTables[T] | undefined;
}

/** Where the centre keeps its state: a map in the virtual world, a transaction on the network. */
export interface Ledger {
  read(keys: readonly LedgerKey[]): LedgerSlice;
  apply(changes: readonly LedgerChange[]): void;
}

/** Rows computed on demand, for people nobody has touched yet. */
export type ComputedRows = <T extends keyof LedgerTables>(table: T, key: string) => LedgerTables[T] | undefined;

/** The ledger in memory: changed rows over computed ones, so that untouched people cost nothing. */
export class MemoryLedger implements Ledger {
  readonly #rows = new Map<string, unknown>();
  readonly #computed: ComputedRows;

  constructor(computed: ComputedRows) {
    this.#computed = computed;
  }

  read(keys: readonly LedgerKey[]): LedgerSlice {
    const asked = new Set(keys.map(([table, key]) => `${table} ${key}`));
    return {
      get: (table, key) => (asked.has(`${table} ${key}`) ? this.#row(table, key) : undefined),
    };
  }

  apply(changes: readonly LedgerChange[]): void {
    for (const { table, key, row } of changes) this.#rows.set(`${table} ${key}`, row);
  }

  #row<T extends keyof LedgerTables>(table: T, key: string): LedgerTables[T] | undefined {
    const name = `${table} ${key}`;
    return this.#rows.has(name) ? (this.#rows.get(name) as LedgerTables[T] | undefined) : this.#computed(table, key);
  }
}
