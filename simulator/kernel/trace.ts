import { createHash } from "node:crypto";
import type { CivilDate } from "./civil-time.ts";
import type { Fate, Kept, PcoName } from "./pco.ts";

/** Kinds of data that never reach the evidence; a mark of the kind stands where the data stood. */
export type PrivateKind = "pin" | "personal-number" | "photo" | "reference-key";

/** The mark that replaces private data: the digits are gone, the fact that they passed is still evidence. */
export const mark = (kind: PrivateKind): string => `«${kind}»`;

/** JSON a trace line may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** A fault as armed in a run. */
export interface ArmedRecord {
  readonly fault: string;
  readonly params: Json;
}

/** First line of a trace: everything needed to run it again. */
export interface RunHeader {
  readonly format: 1;
  readonly product: string;
  readonly scenario: string;
  /** sha256 of the scenario's data, so that a changed scenario is noticed. */
  readonly scenarioHash: string;
  readonly subject: string;
  readonly mode: "simulate" | "live";
  readonly seed: number;
  readonly policyDate: CivilDate;
  readonly epochMs: number;
  readonly reader: string;
  readonly facility: string;
  readonly armed: readonly ArmedRecord[];
  /** sha256 over the pictures the run was given; empty when it used none. */
  readonly pictures: string;
}

/** One message that crossed a PCO. */
export interface Crossing<N extends PcoName> {
  readonly seq: number;
  readonly atMs: number;
  readonly pco: N;
  readonly message: Kept<N>;
  /** The crossing that led to this one. */
  readonly cause?: number;
  /** The faults that laid hands on it. */
  readonly by?: readonly string[];
  /** Left out when it passed untouched. */
  readonly fate?: Fate;
  /** Kinds of private data found in it. */
  readonly marks?: readonly PrivateKind[];
  /** True when it came from outside the world: a live subject, a trainer's hand. */
  readonly input?: true;
}
export type AnyCrossing = { [N in PcoName]: Crossing<N> }[PcoName];

/** How a run ended, before anybody judges it. */
export type RunOutcome = "completed" | "incomplete" | "crashed";

/** Last line of a trace. */
export interface Footer {
  readonly outcome: RunOutcome;
  readonly crossings: number;
  /** sha256 over all lines before this one, each with its line feed. */
  readonly sha256: string;
}

/** What happened in a run: the only thing a check may read. */
export interface Trace {
  readonly header: RunHeader;
  readonly crossings: readonly AnyCrossing[];
  readonly footer: Footer;
  /** The crossings of one PCO in order. */
  on<N extends PcoName>(pco: N): readonly Crossing<N>[];
}

/** A trace over crossings in order. */
export function traceOf(header: RunHeader, crossings: readonly AnyCrossing[], footer: Footer): Trace {
  const byPco = new Map<PcoName, AnyCrossing[]>();
  for (const crossing of crossings) {
    const list = byPco.get(crossing.pco);
    if (list === undefined) byPco.set(crossing.pco, [crossing]);
    else list.push(crossing);
  }
  return { header, crossings, footer, on: (pco) => (byPco.get(pco) ?? []) as never };
}

/** A line of the trace file, without its line feed. Key order is that of construction, so equal runs give equal bytes. */
export function traceLine(line: RunHeader | AnyCrossing | Footer): string {
  return JSON.stringify(line);
}

/** Sums lines up into the footer's digest. */
export class TraceDigest {
  readonly #hash = createHash("sha256");

  add(line: string): void {
    this.#hash.update(line).update("\n");
  }

  finish(): string {
    return this.#hash.digest("hex");
  }
}
