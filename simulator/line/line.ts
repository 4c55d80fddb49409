import type { Clock } from "../kernel/clock.ts";
import type { Strand } from "../kernel/pco.ts";
import { type Process, sleep, withDeadline } from "../kernel/process.ts";
import type { LineKind } from "./line-kind.ts";
import { TlsSession, type TlsSessionOptions } from "./tls-session.ts";

/** How an exchange over the dedicated line ended. Which it is decides what the counter sees (readers-and-line.md §11). */
export type LineOutcome =
  | { readonly kind: "delivered"; readonly answer: Uint8Array }
  | { readonly kind: "timeout" }
  | { readonly kind: "severed"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: "line-authentication" | "terminal-certificate" };

/** One piece of traffic on the line. */
export interface LineSegment {
  readonly facility: string;
  readonly step: "request" | "answer";
  /** Address prefix the traffic comes from; line authentication is bound to it. */
  readonly prefix: string;
  readonly bytes: Uint8Array;
}

/** {@link LineSegment} as evidence: what travelled stands in `central.message`, here only how much of it. */
export type KeptLineSegment = Omit<LineSegment, "bytes"> & { readonly lengthBytes: number };

declare module "../kernel/pco.ts" {
  interface Pcos {
    /** Between the terminal and the centre. */
    "line.segment": { readonly live: LineSegment; readonly kept: KeptLineSegment };
  }
}

/** Keeps a segment. */
export function keepLineSegment({ bytes, ...rest }: LineSegment): KeptLineSegment {
  return { ...rest, lengthBytes: bytes.length };
}

/** The far end of the line. */
export interface CentreEndpoint {
  answer(request: Uint8Array, strand: Strand): Process<Uint8Array>;
}

/** The terminal's way to the centre. Only the terminal starts an exchange (readers-and-line.md §10.4). */
export interface Line {
  exchange(request: Uint8Array, deadlineMs: number, strand: Strand): Process<LineOutcome>;
}

/** What a dedicated line is made of. */
export interface DedicatedLineOptions extends TlsSessionOptions {
  readonly kind: LineKind;
  readonly facility: string;
  /** Address prefix the carrier gives this line now. */
  readonly prefix: string;
  /**
   * The prefix 回線認証 bound the facility to. When the carrier changes the prefix (a move, another line type, works in
   * the network) everything is refused until it is done again (readers-and-line.md §10.1, §11).
   */
  readonly boundPrefix: string;
  readonly centre: CentreEndpoint;
}

/** One facility's dedicated line: line authentication, a session with the terminal's certificate, then exchanges. */
export class DedicatedLine implements Line {
  readonly #options: DedicatedLineOptions;
  readonly #clock: Clock;
  readonly #session: TlsSession;

  constructor(options: DedicatedLineOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#session = new TlsSession(options);
  }

  *exchange(request: Uint8Array, deadlineMs: number, strand: Strand): Process<LineOutcome> {
    const outcome = yield* withDeadline(this.#clock, this.#attempt(request, strand), deadlineMs);
    return outcome ?? { kind: "timeout" };
  }

  *#attempt(request: Uint8Array, strand: Strand): Process<LineOutcome> {
    const { kind, centre } = this.#options;
    yield* sleep(this.#clock, kind.oneWayMs);
    const up = yield* this.#send("request", request, strand);
    if ("failed" in up) return up.failed;
    if (kind.lineAuthentication && up.prefix !== this.#options.boundPrefix) {
      this.#session.close();
      return { kind: "refused", reason: "line-authentication" };
    }
    if (!(yield* this.#session.open(strand))) return { kind: "refused", reason: "terminal-certificate" };
    const answer = yield* centre.answer(up.bytes, strand);
    yield* sleep(this.#clock, kind.oneWayMs);
    const down = yield* this.#send("answer", answer, strand);
    return "failed" in down ? down.failed : { kind: "delivered", answer: down.bytes };
  }

  *#send(
    step: LineSegment["step"],
    bytes: Uint8Array,
    strand: Strand,
  ): Process<LineSegment | { readonly failed: LineOutcome }> {
    const { facility, prefix } = this.#options;
    const passage = yield* strand.cross("line.segment", { facility, step, prefix, bytes });
    if (passage.severed !== undefined) {
      this.#session.close();
      return { failed: { kind: "severed", reason: passage.severed } };
    }
    const segment = passage.delivered[0];
    // A lost packet is not noticed by anybody: the deadline of the exchange ends the wait.
    return segment ?? (yield* never());
  }
}

function* never(): Process<never> {
  for (;;) yield () => () => undefined;
}
