import { keepApdu, keepFieldChange, keepSupply } from "../devices/cards/field.ts";
import { keepScreenEvent } from "../devices/readers/screens.ts";
import { keepFileChange } from "../devices/terminal/ports.ts";
import { keepCentralExchange } from "../simulator/central/central-server.ts";
import type { AnyObservation, Kept, Live, PcoName } from "../simulator/kernel/pco.ts";
import {
  type AnyCrossing,
  type PrivateKind,
  type RunHeader,
  type RunOutcome,
  type Trace,
  TraceDigest,
  traceLine,
  traceOf,
} from "../simulator/kernel/trace.ts";
import { keepLineSegment } from "../simulator/line/line.ts";
import { keepFeedRecord } from "../simulator/neighbours/insurer-feed.ts";
import { keepPmhMessage } from "../simulator/neighbours/pmh.ts";
import { keepWelfareRecord } from "../simulator/neighbours/welfare-records.ts";
import "../devices/readers/camera.ts";
import "../devices/readers/link.ts";
import "../devices/readers/power.ts";
import "../simulator/neighbours/call-centre.ts";
import "../simulator/neighbours/ministry.ts";
import { keepVisitConsent } from "../simulator/neighbours/visit-reception.ts";
import "../simulator/pki/validation.ts";
import type {} from "./desk.ts";
import { keepWireBytes } from "./firmware/wire.ts";
import "./director.ts";
import "./subjects/subject.ts";

/** Digits the world knows to be secret, looked for in everything that leaves the terminal. */
export interface Secret {
  readonly kind: PrivateKind;
  readonly digits: string;
}

type Keeper<N extends PcoName> = (
  message: Live<N>,
  secrets: readonly Secret[],
) => { readonly message: Kept<N>; readonly marks: readonly PrivateKind[] };

const unmarked =
  <N extends PcoName>(keep: (message: Live<N>) => Kept<N>): Keeper<N> =>
  (message) => ({ message: keep(message), marks: [] });

/** How each PCO's messages become evidence; a PCO without an entry does not compile. */
const keepers: { readonly [N in PcoName]: Keeper<N> } = {
  "card.field": unmarked(keepFieldChange),
  "card.supply": unmarked(keepSupply),
  "card.apdu": keepApdu,
  "camera.frame": unmarked((frame) => frame),
  "reader.supply": unmarked((state) => state),
  "reader.link": unmarked((message) => message),
  "reader.screen": keepScreenEvent,
  "terminal.api": unmarked((call) => call),
  "exchange.file": keepFileChange,
  "line.segment": unmarked(keepLineSegment),
  "pki.validation": unmarked((validation) => validation),
  "central.message": unmarked(keepCentralExchange),
  "call.record": unmarked((record) => record),
  "disaster.scope": unmarked((scope) => scope),
  "visit.consent": unmarked(keepVisitConsent),
  "web.screen": unmarked((shown) => shown),
  "feed.record": unmarked(keepFeedRecord),
  "welfare.record": unmarked(keepWelfareRecord),
  "welfare.call": unmarked((call) => call),
  "pmh.message": unmarked(keepPmhMessage),
  "claims.submitted": unmarked((claim) => claim),
  "claims.result": unmarked((notice) => notice),
  "subject.act": unmarked((act) => act),
  "scenario.step": unmarked((step) => step),
  "desk.finished": unmarked((finished) => finished),
  "reader.bytes": keepWireBytes,
  "check.step": unmarked((step) => step),
};

/** More crossings than this in one scenario mean a loop, not a busy counter. */
const MAX_CROSSINGS = 1_000_000;

/** Writes every crossing down, without secrets, and closes the trace with a digest. */
export class Recorder {
  readonly #header: RunHeader;
  readonly #secrets: readonly Secret[];
  readonly #crossings: AnyCrossing[] = [];

  constructor(header: RunHeader, secrets: readonly Secret[]) {
    this.#header = header;
    this.#secrets = secrets;
  }

  /** Keeps one observation and returns its number. */
  observe = (observation: AnyObservation): number => {
    const seq = this.#crossings.length + 1;
    if (seq > MAX_CROSSINGS) throw new RangeError(`more than ${MAX_CROSSINGS} crossings in one run`);
    this.#crossings.push(this.#keep(seq, observation));
    return seq;
  };

  /** Closes the trace. */
  conclude(outcome: RunOutcome): Trace {
    const digest = new TraceDigest();
    for (const line of [this.#header, ...this.#crossings]) digest.add(traceLine(line));
    const footer = { outcome, crossings: this.#crossings.length, sha256: digest.finish() };
    return traceOf(this.#header, this.#crossings, footer);
  }

  #keep(seq: number, observation: AnyObservation): AnyCrossing {
    const { atMs, pco, cause, fate, by, input } = observation;
    const keeper = keepers[pco] as Keeper<PcoName>;
    const { message, marks } = keeper(observation.message as never, this.#secrets);
    // Nearly every crossing; the six spreads below would cost more than all the rest of it.
    if (fate === "passed" && input !== true && marks.length === 0 && by.length === 0)
      return (cause === undefined ? { seq, atMs, pco, message } : { seq, atMs, pco, message, cause }) as AnyCrossing;
    return {
      seq,
      atMs,
      pco,
      message,
      ...(cause === undefined ? {} : { cause }),
      ...(by.length === 0 ? {} : { by }),
      ...(fate === "passed" ? {} : { fate }),
      ...(marks.length === 0 ? {} : { marks }),
      ...(input === true ? { input } : {}),
    } as AnyCrossing;
  }
}
