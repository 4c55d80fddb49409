import { sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Process } from "../../simulator/kernel/process.ts";
import type { SResponse, SupervisoryName } from "./block.ts";
import { type Answer, T1Chain } from "./chain.ts";
import { ILLEGAL_LEN, MAX_ANSWER_BYTES, MAX_BLOCKS_PER_COMMAND, MAX_TRIES, READER_IFSD_BYTES } from "./constants.ts";
import { type T1Decisions, t1Decisions } from "./decisions.ts";
import { type Aborted, type Failed, type Question, T1Dialogue, type T1Failure } from "./dialogue.ts";
import { type Abandoned, T1Line } from "./line.ts";
import type { T1Parameters } from "./parameters.ts";
import type { T1State } from "./state.ts";

/** No answer. `powerOff` when it was the first block of a session: the card is to be deactivated (rule 7). */
export type T1GivenUp =
  | { readonly kind: "mute"; readonly powerOff: boolean }
  | { readonly kind: "protocol-error"; readonly why: T1Failure; readonly powerOff: boolean }
  | { readonly kind: "aborted" }
  | { readonly kind: "dead" };

/**
 * What became of a command: the response APDU; no character came at all (`mute`); no answer that fits, with the last
 * slip; a chain broken off by the card, or by `abandon` (`aborted`); no S(RESYNCH response), or none before (`dead`).
 */
export type T1Outcome = { readonly kind: "answer"; readonly bytes: Uint8Array } | T1GivenUp;

/** What became of the S(IFS request). */
export type T1Negotiation = { readonly kind: "negotiated" } | T1GivenUp;

type Stopped = Failed | Aborted | Abandoned;

/** What an interface device is made of. */
export interface T1InterfaceDeviceOptions {
  readonly clock: Clock;
  /** Takes the characters of one block to the card. */
  readonly send: (bytes: Uint8Array) => void;
  readonly parameters: T1Parameters;
  /** Longest information field we take, 1 to 254 bytes. */
  readonly ifsd?: number;
  readonly decisions?: T1Decisions;
  /** Told when the card asks for more time, before it is granted: the host may have to hear of it. */
  readonly onWaitingTime?: (multiplier: number) => void;
  /** A longer answer is a protocol error. */
  readonly maxAnswerBytes?: number;
}

/**
 * The reader's side of T=1, from the ATR until the power goes: one object is one session. Rules are those of
 * firmware-validation.md §5. One command at a time; where the last one ended badly, the next begins with S(RESYNCH).
 */
export class T1InterfaceDevice {
  readonly #ifsd: number;
  readonly #decisions: T1Decisions;
  readonly #line: T1Line;
  readonly #state: T1State;
  readonly #dialogue: T1Dialogue;
  readonly #chain: T1Chain;
  /** Both sides agree on the numbers. */
  #inStep = true;
  #dead = false;

  /** Throws a {@link MisuseError} for sizes no block can have. */
  constructor(options: T1InterfaceDeviceOptions) {
    const { clock, send, parameters, ifsd = READER_IFSD_BYTES, decisions = t1Decisions } = options;
    demandIfs("ifsd", ifsd);
    demandIfs("parameters.ifsc", parameters.ifsc);
    this.#ifsd = ifsd;
    this.#decisions = decisions;
    this.#state = {
      ns: decisions.firstNumber,
      nr: 0,
      ifsc: parameters.ifsc,
      multiplier: 1,
      command: NOTHING,
      sentBytes: 0,
      pieces: [],
      blocksLeft: 0,
      established: false,
    };
    this.#line = new T1Line(clock, send, parameters, decisions.tolerates);
    this.#dialogue = new T1Dialogue(this.#line, this.#state, decisions, options.onWaitingTime);
    this.#chain = new T1Chain(this.#dialogue, this.#state, decisions, options.maxAnswerBytes ?? MAX_ANSWER_BYTES);
  }

  /** Characters from the card, however they are cut. */
  receive(bytes: Uint8Array): void {
    this.#line.receive(bytes);
  }

  /** Ends the command under way with `aborted`: the card is gone, or its user gave up. */
  abandon(): void {
    this.#line.abandon();
  }

  /** Tells the card how much we take at once: once, right after the ATR (rule 5). */
  *negotiate(): Process<T1Negotiation> {
    const ifsd = this.#decisions.announcedIfsd(this.#ifsd);
    if (ifsd === undefined) return { kind: "negotiated" };
    if (this.#dead) return { kind: "dead" };
    this.#begin(NOTHING);
    this.#inStep = false;
    const reply = yield* this.#dialogue.ask(request("IFS", Uint8Array.of(ifsd), MAX_TRIES));
    if (reply.kind !== "S-response") return this.#givenUp(reply);
    this.#inStep = true;
    return { kind: "negotiated" };
  }

  /** Sends a command APDU, any bytes, and brings its answer home. */
  *transceive(apdu: Uint8Array): Process<T1Outcome> {
    if (this.#dead && this.#decisions.staysDead) return { kind: "dead" };
    this.#begin(apdu);
    try {
      const reply = yield* this.#run();
      return reply.kind === "answer" ? reply : this.#givenUp(reply);
    } finally {
      Object.assign(this.#state, { command: NOTHING, pieces: [] }); // a PIN, a patient; also when its user drops the process
    }
  }

  #begin(command: Uint8Array): void {
    this.#line.forget();
    Object.assign(this.#state, { command, sentBytes: 0, blocksLeft: MAX_BLOCKS_PER_COMMAND });
  }

  /** The command, and again from its start as often as S(RESYNCH) mends the session (rule 6). */
  *#run(): Process<Answer | Stopped> {
    let reply: Answer | Stopped = { kind: "failed", why: "silence" };
    for (let resynchs = 0; resynchs <= this.#decisions.resynchs; resynchs++) {
      if (!this.#inStep) {
        const stopped = yield* this.#resynch();
        if (stopped !== undefined) return stopped;
      }
      this.#inStep = false;
      reply = yield* this.#chain.run();
      this.#inStep = reply.kind === "answer" || reply.kind === "aborted";
      if (reply.kind !== "failed" || bounds.has(reply.why) || this.#mustPowerOff) return reply;
    }
    return reply;
  }

  /** Numbers back to 0; undefined when that went well. */
  *#resynch(): Process<Stopped | undefined> {
    const reply = yield* this.#dialogue.ask(request("RESYNCH", NOTHING, this.#decisions.resynchs));
    if (reply.kind === "failed") this.#dead = true;
    if (reply.kind !== "S-response") return reply;
    this.#state.ns = this.#decisions.numberAfterResynch(this.#state.ns);
    this.#state.nr = this.#decisions.numberAfterResynch(this.#state.nr);
    return undefined;
  }

  /** Nothing of this session was ever answered, and it ends there. */
  get #mustPowerOff(): boolean {
    return !this.#state.established && this.#decisions.firstBlockFails === "power-off";
  }

  #givenUp(reply: Stopped): T1GivenUp {
    if (reply.kind !== "failed") return { kind: "aborted" };
    const powerOff = this.#mustPowerOff;
    const wasDead = this.#dead;
    this.#dead ||= powerOff;
    if (!this.#line.heardAnything) return { kind: "mute", powerOff };
    return wasDead ? { kind: "dead" } : { kind: "protocol-error", why: reply.why, powerOff };
  }
}

const NOTHING = new Uint8Array(0);

/** Failures that S(RESYNCH) does not mend. */
const bounds: ReadonlySet<T1Failure> = new Set(["answer-too-long", "endless-requests", "too-many-blocks"]);

/** An S request, and the S response with the same INF that answers it. */
function request(name: SupervisoryName, inf: Uint8Array, tries: number): Question<SResponse> {
  return {
    block: { kind: "S-request", name, inf },
    tries,
    fits: (answer): answer is SResponse =>
      answer.kind === "S-response" && answer.name === name && sameBytes(answer.inf, inf),
  };
}

function demandIfs(field: string, bytes: number): void {
  if (Number.isInteger(bytes) && bytes > 0 && bytes < ILLEGAL_LEN) return;
  throw new MisuseError(field, `${bytes} is no size of an information field; say 1 to 254 bytes`);
}
