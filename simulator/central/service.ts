import type { Bilingual } from "../kernel/bilingual.ts";
import type { CivilDate } from "../kernel/civil-time.ts";
import type { Rng } from "../kernel/rng.ts";
import type { CentreAccount } from "../messages/line-envelope.ts";
import type { CentralProfile } from "../messages/profile.ts";
import type { Certificate } from "../pki/certificate.ts";
import type { Standing } from "../pki/validation.ts";
import type { Facility } from "../population/facility.ts";
import type { Policy } from "../population/policy.ts";
import type { RuleRowId } from "../rules/index.ts";
import type { LedgerChange, LedgerKey, LedgerSlice } from "./ledger.ts";
import type { MedicalDocuments } from "./medical/documents.ts";

/** What a service may know besides its query and its rows. */
export interface CentralContext {
  readonly nowMs: number;
  /** The day at the centre. */
  readonly today: CivilDate;
  readonly policy: Policy;
  /** Our choices where the paper is silent, or what the user put in their place (receipt-system-interface.md §8). */
  readonly profile: CentralProfile;
  readonly facility: Facility;
  /** The account that asks; left out: a 医療情報閲覧者. */
  readonly account?: CentreAccount;
  /** Makes PDFs of medical information; without it they are refused. */
  readonly documents?: MedicalDocuments;
  readonly rng: Rng;
  /** The certificate the query presents, with its standing; undefined when it presents none or none that can be read. */
  readonly presented: { readonly certificate: Certificate; readonly standing: Standing } | undefined;
}

/** A refusal of a message as a whole; codes of receipt-system-interface.md §8.1 (ours). */
export interface ServiceRefusal {
  readonly refused: string;
}

/** An answer and the rows that change with it. */
export interface ServiceAnswer<A> {
  readonly answer: A;
  readonly changes: readonly LedgerChange[];
  /** The rows of decision tables that decided, for whoever asks why; not every service tells. */
  readonly by?: readonly RuleRowId[];
}

/** What a service returns: an answer, or a refusal. */
export type ServiceResult<A> = ServiceAnswer<A> | ServiceRefusal;

/**
 * One behaviour of the centre, a pure function: it names the rows a query touches, gets them as a slice, and returns the
 * answer and the changes. Whether the rows lie in a map or in a database is not its business (architecture.md §4).
 */
export interface CentralService<Q, A> {
  readonly serves: string;
  readonly title: Bilingual;
  /** Checks a query from the line; the name of the first bad field, or undefined. */
  badField(query: object): string | undefined;
  /** The certificate a query presents, for the shell to validate. */
  presents?(query: Q): Uint8Array;
  /** Rows the query touches, given what is known so far; asked again until nothing new is named. */
  touches(query: Q, slice: LedgerSlice, cx: CentralContext): readonly LedgerKey[];
  answer(query: Q, slice: LedgerSlice, cx: CentralContext): ServiceResult<A>;
}

/** A service whatever its messages, as the server routes to it. */
export interface AnyService {
  readonly serves: string;
  readonly title: Bilingual;
  badField(query: object): string | undefined;
  presents(query: object): Uint8Array | undefined;
  touches(query: object, slice: LedgerSlice, cx: CentralContext): readonly LedgerKey[];
  answer(query: object, slice: LedgerSlice, cx: CentralContext): ServiceResult<object>;
}

/** Closes a service over its message types; queries reach it only after `badField` found nothing wrong. */
export function service<Q extends object, A extends object>(declaration: CentralService<Q, A>): AnyService {
  return {
    serves: declaration.serves,
    title: declaration.title,
    badField: (query) => declaration.badField(query),
    presents: (query) => declaration.presents?.(query as Q),
    touches: (query, slice, cx) => declaration.touches(query as Q, slice, cx),
    answer: (query, slice, cx) => declaration.answer(query as Q, slice, cx),
  };
}
