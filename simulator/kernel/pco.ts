import type { Clock } from "./clock.ts";
import { type Process, sleep } from "./process.ts";

/**
 * Points of control and observation (ISO/IEC 9646): the places where data crosses from one part to the next. Each part
 * adds its own by declaration merging: `live` is what travels, `kept` is what the evidence holds of it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: every layer merges its own PCOs into this one
export interface Pcos {}

export type PcoName = keyof Pcos;
/** The message as the parts exchange it. */
export type Live<N extends PcoName> = Pcos[N] extends { readonly live: infer M } ? M : never;
/** The message as the trace keeps it: JSON, without secrets. */
export type Kept<N extends PcoName> = Pcos[N] extends { readonly kept: infer M } ? M : never;

/** The whole vocabulary of harm. If a fault needs a sixth word, widen this; a host never asks which fault is armed. */
export type Outcome<M> =
  | { readonly pass: M }
  | { readonly delay: M; readonly ms: number }
  | { readonly repeat: M; readonly times: number }
  | { readonly drop: true }
  | { readonly sever: string };

/** Looks at each message on a PCO; `seen` counts the messages it was shown before. */
export type Interceptor<M> = (message: M, seen: number) => Outcome<M>;

/** What became of a message: delivered 0, 1 or more times, or the connection broke with a reason. */
export interface Passage<M> {
  readonly delivered: readonly M[];
  readonly severed: string | undefined;
  /** Trace number of the crossing, the cause of whatever the receiver does next; 0 when a quiet one left none. */
  readonly seq: number;
}

/** How a message fared; `passed` when no fault laid hands on it. */
export type Fate = "passed" | "changed" | "delayed" | "repeated" | "dropped" | "severed";

/** One message as it crossed, before the recorder keeps it. */
export interface Observation<N extends PcoName> {
  readonly atMs: number;
  readonly pco: N;
  readonly message: Live<N>;
  readonly cause: number | undefined;
  readonly fate: Fate;
  /** The faults that changed its fate. */
  readonly by: readonly string[];
  /** True when it came from outside the world. */
  readonly input?: boolean;
}
export type AnyObservation = { [N in PcoName]: Observation<N> }[PcoName];

/** Keeps an observation and returns its number. */
export type Observer = (observation: AnyObservation) => number;

/** A line of cause and effect through the world: each crossing is caused by the one before it on the same strand. */
export interface Strand {
  /** The last crossing of this strand. */
  readonly last: number | undefined;
  /** Sends a message across a PCO and waits as long as the armed faults make it wait. */
  cross<N extends PcoName>(pco: N, message: Live<N>): Process<Passage<Live<N>>>;
  /** The same for what is no news unless something is wrong with it: recorded only where a fault laid hands on it. */
  crossQuietly<N extends PcoName>(pco: N, message: Live<N>): Process<Passage<Live<N>>>;
  /**
   * True while no fault is plugged in there: a message passes at once and as it is, so that {@link note} does all that
   * {@link cross} would, and nobody has to run a process for it.
   */
  clear(pco: PcoName): boolean;
  /** Records a message that no fault may touch; `input` when it came from outside the world. */
  note<N extends PcoName>(pco: N, message: Live<N>, input?: boolean): number;
  /** A new strand that starts from this one, or from another crossing. */
  fork(cause?: number): Strand;
}

/** Stands for the number of a crossing that nobody recorded. */
const NEVER_OBSERVED = 0;

/** The faults that laid hands on a message that passed. */
const NOBODY: readonly string[] = [];

interface Armed {
  readonly id: string;
  readonly interceptor: Interceptor<unknown>;
  seen: number;
  live: boolean;
}

/** Where faults are plugged in and every crossing is observed. One a world. */
export class Switchboard {
  readonly #clock: Clock;
  readonly #observe: Observer;
  readonly #armed = new Map<PcoName, Armed[]>();

  constructor(clock: Clock, observe: Observer) {
    this.#clock = clock;
    this.#observe = observe;
  }

  /** Puts an interceptor on a PCO; the returned function takes it off again. Faults apply in the order of arming. */
  arm<N extends PcoName>(pco: N, id: string, interceptor: Interceptor<Live<N>>): () => void {
    const armed: Armed = { id, interceptor: interceptor as Interceptor<unknown>, seen: 0, live: true };
    this.#armed.set(pco, [...(this.#armed.get(pco) ?? []), armed]);
    return () => {
      armed.live = false;
      this.#armed.set(pco, this.#armed.get(pco)?.filter((other) => other !== armed) ?? []);
    };
  }

  strand(cause?: number): Strand {
    const cross = this.#cross.bind(this);
    const clear = (pco: PcoName): boolean => (this.#armed.get(pco)?.length ?? 0) === 0;
    const observe = this.#observe;
    const clock = this.#clock;
    const fork = (from?: number): Strand => this.strand(from);
    let last = cause;
    return {
      get last() {
        return last;
      },
      *cross(pco, message) {
        const passage = yield* cross(pco, message, last, false);
        last = passage.seq;
        return passage;
      },
      *crossQuietly(pco, message) {
        if (clear(pco)) return { delivered: [message], severed: undefined, seq: last ?? NEVER_OBSERVED };
        const passage = yield* cross(pco, message, last, true);
        if (passage.seq !== NEVER_OBSERVED) last = passage.seq;
        return passage;
      },
      clear,
      note(pco, message, input = false) {
        last = observe({
          atMs: clock.nowMs,
          pco,
          message,
          cause: last,
          fate: "passed",
          by: NOBODY,
          input,
        } as AnyObservation);
        return last;
      },
      fork: (from) => fork(from ?? last),
    };
  }

  *#cross<N extends PcoName>(
    pco: N,
    message: Live<N>,
    cause: number | undefined,
    quietly: boolean,
  ): Process<Passage<Live<N>>> {
    const armed = this.#armed.get(pco);
    const tell = (kept: Live<N>, fate: Fate, by: readonly string[]): number =>
      quietly && fate === "passed"
        ? NEVER_OBSERVED
        : this.#observe({ atMs: this.#clock.nowMs, pco, message: kept, cause, fate, by } as AnyObservation);
    if (armed === undefined || armed.length === 0) {
      return { delivered: [message], severed: undefined, seq: tell(message, "passed", NOBODY) };
    }
    const by: string[] = [];
    let fate: Fate = "passed";
    let copies = 1;
    let current = message;
    for (const fault of armed) {
      if (!fault.live) continue;
      const outcome = fault.interceptor(current, fault.seen++) as Outcome<Live<N>>;
      if ("pass" in outcome) {
        if (outcome.pass === current) continue;
        current = outcome.pass;
        fate = "changed";
      } else if ("delay" in outcome) {
        current = outcome.delay;
        fate = "delayed";
        yield* sleep(this.#clock, outcome.ms);
      } else if ("repeat" in outcome) {
        current = outcome.repeat;
        fate = "repeated";
        copies = outcome.times;
      } else if ("drop" in outcome) {
        return { delivered: [], severed: undefined, seq: tell(current, "dropped", [...by, fault.id]) };
      } else {
        return { delivered: [], severed: outcome.sever, seq: tell(current, "severed", [...by, fault.id]) };
      }
      by.push(fault.id);
    }
    const seq = tell(current, fate, by);
    return { delivered: Array.from({ length: copies }, () => current), severed: undefined, seq };
  }
}
