import { concat } from "../../simulator/kernel/bytes.ts";
import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import { MAX_WAITING_TIME_MS } from "./capabilities.ts";
import { CRC_BYTES, MAX_COMMAND_BYTES } from "./constants.ts";
import type { Block, BlockNumber, IBlock, RBlock } from "./frame.ts";
import { pieces } from "./pieces.ts";

/** Answers one command APDU, at once or later; undefined where no answer comes. */
export type Answer = (command: Uint8Array, answered: (response: Uint8Array | undefined) => void) => void;

/** What an activated card stands on. */
export interface PiccBlocksParts {
  readonly clock: Clock;
  readonly send: (block: Block) => void;
  readonly answer: Answer;
  /** The reader sent S(DESELECT): the session is over, and is stopped. */
  readonly deselected: () => void;
  readonly fwtMs: number;
  /** What the card asks for in S(WTX); a wrong card asks for 0 or more than 59. */
  readonly wtxFactor: number;
  /** FSD: the longest frame the reader takes, CRC included. */
  readonly fsdBytes: number;
  /** Number the reader gave the card; undefined where the card knows no CID and takes no block with one. */
  readonly cid: number | undefined;
}

/** Between commands, at work on one, in want of S(WTX), or never to be heard again before power fails. */
type Phase = "listening" | "working" | "asking" | "mute";

/** The card's side of ISO-DEP: rules C, D, E and 9–13 of ISO/IEC 14443-4 §7.5 [K]. A chip at work hears nothing. */
export class PiccBlocks {
  readonly #parts: PiccBlocksParts;
  #phase: Phase = "listening";
  /** Rule C: the first block of the reader, 0, turns it to 0. */
  #number: BlockNumber = 1;
  #address: { readonly cid?: number } = {};
  #command: Uint8Array[] = [];
  #commandBytes = 0;
  #toSend: Uint8Array[] = [];
  #last: Block | undefined;
  /** The answer, while the reader has not granted the time it was asked for. */
  #ready: Uint8Array | undefined;
  #cancelAsking: Cancel | undefined;
  #turn = 0;

  constructor(parts: PiccBlocksParts) {
    this.#parts = parts;
  }

  /** A block of the reader. */
  receive(block: Block): void {
    if (this.#phase === "working" || this.#phase === "mute" || !this.#isMine(block)) return;
    this.#address = block.cid === undefined ? {} : { cid: block.cid };
    switch (block.kind) {
      case "S(DESELECT)":
        this.#parts.deselected();
        return this.#parts.send({ kind: "S(DESELECT)", ...this.#address });
      case "S(WTX)":
        return this.#granted(block.factor);
      case "R(ACK)":
      case "R(NAK)":
        return this.#acknowledged(block);
      case "I":
        return this.#phase === "listening" ? this.#take(block) : undefined;
    }
  }

  /** Power or session ended: nothing is sent any more, and an answer under way comes to nobody. */
  stop(): void {
    this.#phase = "mute";
    this.#turn++;
    this.#cancelAsking?.();
  }

  /** Card 0 is addressed by blocks without a CID as well (§7.1.2.2 [K]). */
  #isMine({ cid }: Block): boolean {
    const mine = this.#parts.cid;
    return cid === undefined ? (mine ?? 0) === 0 : cid === mine;
  }

  /** Rule 11 repeats, rule 12 says that the block never came, rule 13 goes on with the chain. */
  #acknowledged({ kind, number }: RBlock): void {
    if (number === this.#number) {
      if (this.#last !== undefined) this.#parts.send(this.#last);
    } else if (kind === "R(NAK)") {
      this.#parts.send({ kind: "R(ACK)", number: this.#number, ...this.#address });
    } else if (this.#toSend.length > 0) {
      this.#toggle();
      this.#sendNext();
    }
  }

  #take({ inf, more }: IBlock): void {
    this.#toggle();
    this.#toSend = [];
    this.#command.push(inf);
    this.#commandBytes += inf.length;
    if (this.#commandBytes > MAX_COMMAND_BYTES) return this.stop(); // no command is as long: mute is our choice
    if (more) return this.#sendNumbered({ kind: "R(ACK)", number: this.#number, ...this.#address });
    const command = concat(...this.#command);
    this.#command = [];
    this.#commandBytes = 0;
    this.#work(command);
  }

  #work(command: Uint8Array): void {
    this.#phase = "working";
    this.#ready = undefined;
    const turn = ++this.#turn;
    this.#askLater(this.#parts.fwtMs);
    this.#parts.answer(command, (response) => {
      if (turn !== this.#turn) return;
      this.#turn++;
      if (response === undefined) return this.stop();
      if (this.#phase === "asking") this.#ready = response;
      else this.#reply(response);
    });
  }

  /** Asks for more when half of the time it has is gone (ours). */
  #askLater(haveMs: number): void {
    this.#cancelAsking = this.#parts.clock.after(Math.max(1, Math.floor(haveMs / 2)), () => {
      this.#phase = "asking";
      this.#sendNumbered({ kind: "S(WTX)", factor: this.#parts.wtxFactor, ...this.#address });
    });
  }

  #granted(factor: number): void {
    if (this.#phase !== "asking" || factor !== this.#parts.wtxFactor) return;
    if (this.#ready !== undefined) return this.#reply(this.#ready);
    this.#phase = "working";
    this.#askLater(Math.min(this.#parts.fwtMs * factor, MAX_WAITING_TIME_MS));
  }

  #reply(response: Uint8Array): void {
    this.#cancelAsking?.();
    this.#phase = "listening";
    const prologueBytes = this.#address.cid === undefined ? 1 : 2;
    this.#toSend = [...pieces(response, this.#parts.fsdBytes - prologueBytes - CRC_BYTES)];
    this.#sendNext();
  }

  #sendNext(): void {
    const inf = this.#toSend.shift();
    if (inf === undefined) return;
    this.#sendNumbered({ kind: "I", number: this.#number, more: this.#toSend.length > 0, inf, ...this.#address });
  }

  /** Sends a block that may be asked for again. */
  #sendNumbered(block: Block): void {
    this.#last = block;
    this.#parts.send(block);
  }

  /** Rules D and E. */
  #toggle(): void {
    this.#number = this.#number === 0 ? 1 : 0;
  }
}
