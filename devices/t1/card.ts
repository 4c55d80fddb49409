import { concat } from "../../simulator/kernel/bytes.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import {
  type IBlock,
  otherNumber,
  type RBlock,
  type SequenceBit,
  type SRequest,
  type T1Block,
  type T1Defect,
  type T1Error,
} from "./block.ts";
import { type AnswerCommand, CardWork } from "./card-work.ts";
import { DEFAULT_IFS_BYTES, ILLEGAL_LEN, MAX_COMMAND_BYTES } from "./constants.ts";
import { errorOf } from "./defects.ts";
import type { Edc } from "./edc.ts";
import { defaultWaitingTimes } from "./parameters.ts";
import { T1Receiver } from "./receiver.ts";
import { T1Writer } from "./writer.ts";

/** What the card's side is made of. */
export interface T1CardOptions {
  readonly clock: Clock;
  /** Takes the characters of one block to the reader. */
  readonly send: (bytes: Uint8Array) => void;
  /** The applications of the card. */
  readonly answer: AnswerCommand;
  /** Longest information field the card takes, as its ATR says. */
  readonly ifsc: number;
  readonly edc: Edc;
  /** S(WTX request) after this much work, and again after it; less than the block waiting time. */
  readonly wtxEveryMs: number;
  /** Character waiting time; that of an ATR that says none where left out. */
  readonly cwtMs?: number;
  /** Takes any number and size from the reader: a bench whose check is about something else looks past them. */
  readonly lenient?: boolean;
}

/** `working`: on a command; `asking`: on a command, and S(WTX request) has no answer yet; `mute`: until power-on. */
type Mode = "listening" | "working" | "asking" | "mute";

const WTX_REQUEST: SRequest = { kind: "S-request", name: "WTX", inf: Uint8Array.of(1) };

/**
 * The card's side of T=1 (firmware-validation.md §5): speaks when spoken to, and breaks none of the rules. What the reader
 * gets wrong it answers with an R block.
 */
export class T1Card {
  readonly #writer: T1Writer;
  readonly #receiver: T1Receiver;
  readonly #work: CardWork;
  readonly #ifsc: number;
  readonly #lenient: boolean;
  #ifsd = DEFAULT_IFS_BYTES;
  #mode: Mode = "listening";
  /** N(S) of the next I block of ours. */
  #ns: SequenceBit = 0;
  /** N(S) of the I block awaited from the reader: our N(R). */
  #nr: SequenceBit = 0;
  #lastSent: T1Block | undefined;
  /** Pieces of a command whose end has not come. */
  #pieces: Uint8Array[] = [];
  #pieceBytes = 0;
  /** What is left to send of an answer, or an answer that waits for S(WTX response). */
  #answer: Uint8Array | undefined;

  constructor(options: T1CardOptions) {
    const { clock, send, answer, ifsc, edc, wtxEveryMs, cwtMs = defaultWaitingTimes.cwtMs, lenient = false } = options;
    this.#ifsc = ifsc;
    this.#lenient = lenient;
    this.#writer = new T1Writer(edc, send);
    this.#receiver = new T1Receiver(
      clock,
      { cwtMs, edc },
      (heard) => this.#hear(heard),
      (defect) => lenient && defect === "s-length",
    );
    this.#work = new CardWork(clock, answer, wtxEveryMs, {
      answered: (response) => this.#answered(response),
      needsTime: () => this.#askForTime(),
    });
  }

  /** Characters from the reader, however they are cut. */
  receive(bytes: Uint8Array): void {
    this.#receiver.receive(bytes);
  }

  /** Power-on: nothing is left of the session before, and a mute card speaks again. */
  reset(): void {
    this.#receiver.reset();
    this.#ifsd = DEFAULT_IFS_BYTES;
    this.#lastSent = undefined;
    this.#resynch();
  }

  #hear(heard: T1Block | T1Defect): void {
    if (this.#mode === "mute") return;
    if (heard.kind === "S-request" && this.#obeys(heard)) {
      this.#send({ ...heard, kind: "S-response" });
      return;
    }
    if (this.#mode === "working") return; // half duplex: the right to send is ours until the answer
    if (this.#mode === "asking") {
      if (this.#isGrant(heard)) this.#goOn();
      else this.#send(WTX_REQUEST);
    } else if (heard.kind === "R") this.#repeatOrGoOn(heard);
    else if (heard.kind === "I" && this.#fits(heard)) this.#take(heard);
    else this.#complain(heard.kind === "defect" ? errorOf(heard.defect) : "other");
  }

  /** Does what the reader asks for and may ask for; false for the rest. */
  #obeys({ name, inf: [value = 0] }: SRequest): boolean {
    switch (name) {
      case "RESYNCH":
        this.#resynch();
        return true;
      case "ABORT":
        this.#drop();
        return true;
      case "IFS":
        if (value === 0 || (value === ILLEGAL_LEN && !this.#lenient)) return false;
        this.#ifsd = Math.min(value, ILLEGAL_LEN - 1);
        return true;
      case "WTX":
        return false;
    }
  }

  #resynch(): void {
    this.#ns = 0;
    this.#nr = 0;
    this.#drop();
  }

  /** Chains of both directions, and the command under way. */
  #drop(): void {
    this.#mode = "listening";
    this.#pieces = [];
    this.#pieceBytes = 0;
    this.#answer = undefined;
    this.#work.drop();
  }

  /** The awaited number, not longer than we take, and not in the middle of our own chain. */
  #fits({ ns, inf }: IBlock): boolean {
    return (this.#lenient || (ns === this.#nr && inf.length <= this.#ifsc)) && this.#answer === undefined;
  }

  #isGrant(heard: T1Block | T1Defect): boolean {
    if (heard.kind !== "S-response" || heard.name !== "WTX") return false;
    return this.#lenient || heard.inf[0] === WTX_REQUEST.inf[0];
  }

  #take({ ns, more, inf }: IBlock): void {
    this.#nr = otherNumber(ns);
    if (inf.length > 0) this.#pieces.push(inf);
    this.#pieceBytes += inf.length;
    if (this.#pieceBytes > MAX_COMMAND_BYTES) {
      this.#drop();
      this.#mode = "mute"; // ours: no command is that long, and memory ends somewhere
    } else if (more) this.#send({ kind: "R", nr: this.#nr, error: "none" });
    else {
      const command = concat(...this.#pieces);
      this.#drop();
      this.#mode = "working";
      this.#work.begin(command);
    }
  }

  /** Rules 2 and 3: the same number asks for the last I block again, the next number for what comes after it. */
  #repeatOrGoOn({ nr, error }: RBlock): void {
    const last = this.#lastSent;
    if (this.#lenient && error === "none" && this.#answer !== undefined) this.#sendPiece(this.#answer);
    else if (last?.kind === "R" || (last?.kind === "I" && nr === last.ns)) this.#send(last);
    else if (this.#answer !== undefined) this.#sendPiece(this.#answer);
    else this.#send({ kind: "R", nr: this.#nr, error: "none" }); // the reader's block was lost: it is awaited still
  }

  /** Rule 7. */
  #complain(error: T1Error): void {
    const last = this.#lastSent;
    this.#send(last?.kind === "R" ? last : { kind: "R", nr: this.#nr, error });
  }

  #answered(response: Uint8Array | undefined): void {
    if (response === undefined) this.#mode = "mute";
    else if (this.#mode === "asking") this.#answer = response;
    else this.#sendPiece(response);
  }

  #askForTime(): void {
    this.#mode = "asking";
    this.#send(WTX_REQUEST);
  }

  #goOn(): void {
    this.#mode = "working";
    if (this.#answer === undefined) this.#work.resumeTimer();
    else this.#sendPiece(this.#answer);
  }

  #sendPiece(answer: Uint8Array): void {
    const piece: IBlock = {
      kind: "I",
      ns: this.#ns,
      more: answer.length > this.#ifsd,
      inf: answer.subarray(0, this.#ifsd),
    };
    this.#answer = piece.more ? answer.subarray(this.#ifsd) : undefined;
    this.#ns = otherNumber(this.#ns);
    this.#mode = "listening";
    this.#send(piece);
  }

  /** The last thing done in every turn: what is sent may be answered before this returns. */
  #send(block: T1Block): void {
    this.#lastSent = block;
    this.#writer.write(block);
  }
}
