import { FROM_FIRMWARE } from "../../devices/bench-port/constants.ts";
import type { CcidFrame } from "../../devices/ccid/frame.ts";
import { xfrBlock } from "../../devices/ccid/writer.ts";
import { encodeBlock, type IBlock, otherNumber, type SequenceBit, type T1Block } from "../../devices/t1/block.ts";
import { T1Parser } from "../../devices/t1/parser.ts";
import { concat } from "../../simulator/kernel/bytes.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import type { Bench } from "./bench.ts";
import { blockText, type Heard } from "./block-text.ts";
import { OK, QUICK_ATR, SELECT } from "./cards.ts";
import { type Answer, HOST_WAIT_MS, statusText, succeeded } from "./host-side.ts";

/** How long the firmware may take for its next block, ms. */
const HEAR_MS = 1_000;
/** A longer chain than any command of a check. */
const MAX_PIECES = 300;
/** Messages a card answers by itself while the host waits. */
const MAX_SERVED = 1_000;

/**
 * A card with contacts that a check plays block by block. It is lenient: it takes any number and size, and answers
 * S(IFS request) and power by itself, so that a check sees its own clause and no other.
 */
export class CardByHand {
  readonly #bench: Bench;
  readonly #slot: number;
  readonly #parser: T1Parser;
  readonly #queue: Heard[] = [];
  /** Everything the reader said and did to the card since it was put in. */
  readonly log: Heard[] = [];
  #atr = QUICK_ATR;
  #isIn = false;
  /** N(S) of the card's next I block: the number the reader awaits. */
  ns: SequenceBit = 0;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#slot = bench.contactSlot;
    this.#parser = new T1Parser(
      "lrc",
      (heard) => this.#note(heard),
      (defect) => defect === "s-length" || defect === "len-ff",
    );
  }

  /** I blocks since the card was put in. */
  get pieces(): readonly IBlock[] {
    return this.log.filter((heard) => heard.kind === "I");
  }

  /** Puts the card in, and has the host power it; a card that is in is taken out first. */
  *power(atr: Uint8Array = QUICK_ATR): Process<void> {
    this.insert(atr);
    const answer = yield* this.served(this.#bench.host.powerOn(this.#slot));
    this.#bench.require(
      succeeded(answer),
      { ja: `IccPowerOnが失敗した（${statusText(answer)}）`, en: `IccPowerOn failed: ${statusText(answer)}` },
      answer.seq,
    );
  }

  /** Puts the card in and no more. */
  insert(atr: Uint8Array = QUICK_ATR): void {
    if (this.#isIn) this.#bench.card.remove(this.#slot);
    this.#isIn = true;
    this.#atr = atr;
    this.log.length = 0;
    this.#queue.length = 0;
    this.#bench.card.insert(this.#slot);
  }

  /** The card answers by itself while a process of the host runs: its ATR to power, `reply` to blocks. */
  *served<T>(process: Process<T>, reply: (heard: Heard) => T1Block | undefined = () => undefined): Process<T> {
    const stop = start(this.#serve(reply), () => {});
    try {
      return yield* process;
    } finally {
      stop();
    }
  }

  *#serve(reply: (heard: Heard) => T1Block | undefined): Process<void> {
    for (let count = 0; count < MAX_SERVED; count++) {
      const block = reply(yield* this.hear(HOST_WAIT_MS.powerOn));
      if (block !== undefined) this.say(block);
    }
  }

  /** What the reader does next: a block, power, or nothing in time. */
  *hear(timeoutMs: number = HEAR_MS): Process<Heard> {
    const endsAtMs = this.#bench.clock.nowMs + timeoutMs;
    for (;;) {
      const heard = this.#queue.shift();
      if (heard !== undefined) return heard;
      const message = yield* this.#bench.card.next(Math.max(0, endsAtMs - this.#bench.clock.nowMs));
      if (message === undefined) {
        this.#parser.gap();
        return this.#queue.shift() ?? { kind: "silence" };
      }
      if (message.type === FROM_FIRMWARE.characters) this.#parser.push(message.payload);
      else if (message.type === FROM_FIRMWARE.powerOff) this.#note({ kind: "power-off" });
      else if (message.type === FROM_FIRMWARE.powerOn) this.#giveAtr();
    }
  }

  /** The next piece of a command; the clause is broken when something else comes. */
  *piece(): Process<IBlock> {
    const heard = yield* this.hear();
    this.#bench.require(heard.kind === "I", {
      ja: `Iブロックを待っていたが ${blockText(heard)}`,
      en: `an I block was due, and ${blockText(heard)} came`,
    });
    return heard;
  }

  /** A whole command, from its first piece; each piece but the last is confirmed. */
  *command(): Process<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let count = 0; count < MAX_PIECES; count++) {
      const piece = yield* this.piece();
      parts.push(piece.inf);
      if (!piece.more) break;
      this.confirm(piece);
    }
    return concat(...parts);
  }

  /** Sends a block. */
  say(block: T1Block): void {
    this.sayBytes(encodeBlock(block, "lrc"));
  }

  /** Sends bytes as they are. */
  sayBytes(bytes: Uint8Array): void {
    this.#bench.card.say(this.#slot, bytes);
  }

  /** Sends a block with one bit of its EDC wrong. */
  sayDamaged(block: T1Block): void {
    const bytes = encodeBlock(block, "lrc");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0x01;
    this.sayBytes(bytes);
  }

  /** The I block the reader awaits. */
  awaited(inf: Uint8Array, more = false): IBlock {
    return { kind: "I", ns: this.ns, more, inf };
  }

  /** Sends the I block the reader awaits; the next one has the other number. */
  answer(inf: Uint8Array = OK, more = false): void {
    const block = this.awaited(inf, more);
    this.ns = otherNumber(this.ns);
    this.say(block);
  }

  /** Confirms a piece that has more behind it. */
  confirm(piece: IBlock): void {
    this.say({ kind: "R", nr: otherNumber(piece.ns), error: "none" });
  }

  /** Asks for more time. */
  askForTime(multiplier: number): void {
    this.say({ kind: "S-request", name: "WTX", inf: Uint8Array.of(multiplier) });
  }

  /** Has the host send a command; what the host gets is {@link result}. */
  transfer(apdu: Uint8Array = SELECT): CcidFrame {
    const command = xfrBlock(this.#bench.host.to(this.#slot), apdu);
    this.#bench.host.send(command);
    return command;
  }

  /** What the host is answered; the clause is broken when it is nothing. */
  *result(command: CcidFrame): Process<Answer> {
    const answer = yield* this.#bench.host.answerTo(command, HOST_WAIT_MS.transfer);
    this.#bench.require(answer, { ja: "ホストに応答が返らない", en: "the host got no answer" });
    return answer;
  }

  /** A command that goes well from one end to the other. */
  *exchange(apdu: Uint8Array = SELECT): Process<Answer> {
    const command = this.transfer(apdu);
    yield* this.command();
    this.answer();
    return yield* this.result(command);
  }

  #giveAtr(): void {
    this.ns = 0;
    this.#parser.reset();
    this.#note({ kind: "power-on" });
    this.sayBytes(this.#atr);
  }

  #note(heard: Heard): void {
    this.log.push(heard);
    if (heard.kind === "S-request" && heard.name === "IFS" && this.answersIfs) {
      this.say({ ...heard, kind: "S-response" });
    } else this.#queue.push(heard);
  }

  /** S(IFS request) is answered and not shown. */
  answersIfs = true;
}
