import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import { type CommandApdu, command, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { NO_ANSWER, type StatusWord } from "../iso7816/status-word.ts";
import type { Card, CardAnswer, Supply } from "./card.ts";
import type { ApduExchange } from "./field.ts";

/** What the terminal sees of a card: commands go, answers come. A mute or lifted card answers {@link NO_ANSWER}. */
export interface CardChannel {
  readonly strand: Strand;
  transmit(command: CommandApdu): Process<ResponseApdu>;
}

/** Where a channel gets what it needs. */
export interface FieldChannelParts {
  readonly card: Card;
  readonly reader: string;
  readonly strand: Strand;
  readonly clock: Clock;
  /** The card that lies there when somebody swaps cards; without one a swap is nothing but a power cut. */
  readonly spare?: () => Card;
}

const COMPUTE_DIGITAL_SIGNATURE = 0x2a;

/** A channel to a card in the field of a reader; every exchange crosses `card.supply` and `card.apdu`. */
export class FieldChannel implements CardChannel {
  readonly strand: Strand;
  readonly #reader: string;
  readonly #clock: Clock;
  readonly #spare: (() => Card) | undefined;
  #card: Card;
  #lost = false;

  constructor({ card, reader, strand, clock, spare }: FieldChannelParts) {
    this.#card = card;
    this.#reader = reader;
    this.strand = strand;
    this.#clock = clock;
    this.#spare = spare;
  }

  /** True once the card was torn out of the field: it answers nothing any more. */
  get lost(): boolean {
    return this.#lost;
  }

  /** The card that lies there now: another one after a swap. */
  get card(): Card {
    return this.#card;
  }

  /**
   * The answer at once, where neither a fault nor the chip makes anybody wait; undefined where {@link transmit} has to be
   * used. Without the two processes of the long way a card answers four times as many commands a second.
   */
  transmitAtOnce(command: CommandApdu): ResponseApdu | undefined {
    const { strand } = this;
    if (this.#lost || this.#chipMs(command) > 0 || !strand.clear("card.supply") || !strand.clear("card.apdu"))
      return undefined;
    const { response, holds, application } = this.#card.transmit(command);
    strand.note("card.apdu", { reader: this.#reader, command, response, application, holds });
    return response;
  }

  *transmit(command: CommandApdu): Process<ResponseApdu> {
    if (this.#lost) return response(NO_ANSWER);
    const atOnce = this.transmitAtOnce(command);
    if (atOnce !== undefined) return atOnce;
    const answer = yield* this.#ask(command);
    return answer === undefined ? response(NO_ANSWER) : yield* this.#deliver({ command, ...answer });
  }

  /** Bytes that are no command: the chip says 6700, and the evidence keeps the header and how many there were. */
  *refuse(bytes: Uint8Array): Process<ResponseApdu> {
    if (this.#lost) return response(NO_ANSWER);
    const [cla = 0, ins = 0, p1 = 0, p2 = 0] = bytes;
    const header = command(cla, ins, p1, p2);
    if ((yield* this.#feed(header)) === undefined) return response(NO_ANSWER);
    return yield* this.#deliver({ command: header, ...this.#card.refuse(), strayBytes: bytes.length });
  }

  *#deliver(exchange: Omit<ApduExchange, "reader">): Process<ResponseApdu> {
    const passage = yield* this.strand.cross("card.apdu", { reader: this.#reader, ...exchange });
    const delivered = passage.delivered[0];
    if (delivered === undefined) {
      this.#lost = passage.severed !== undefined;
      return response(NO_ANSWER);
    }
    return delivered.response;
  }

  /** What the chip makes of a command, fed as the field feeds it; undefined when the command never reached it. */
  *#ask(command: CommandApdu): Process<CardAnswer | undefined> {
    const supply = yield* this.#feed(command);
    if (supply === undefined) return undefined;
    const chipMs = this.#chipMs(command);
    if (chipMs > 0) yield* sleep(this.#clock, chipMs);
    return this.#card.transmit(command, supply);
  }

  /** How the chip is fed while it works on a command; undefined when the command never reached it. */
  *#feed(command: CommandApdu): Process<Supply | undefined> {
    const passage = yield* this.strand.crossQuietly("card.supply", { reader: this.#reader, command, supply: "steady" });
    const reached = passage.delivered[0];
    if (reached === undefined) {
      this.#lost = passage.severed !== undefined;
      this.#card.powerOn(); // the field was gone for a moment, and with it everything volatile
      return undefined;
    }
    return reached.supply === "swapped" ? this.#swap() : reached.supply;
  }

  /** Time the chip takes: a signature, by choice D-15; the rest is below what a person notices (my-number-card.md §7.5). */
  #chipMs({ ins }: CommandApdu): number {
    return ins === COMPUTE_DIGITAL_SIGNATURE ? Number(this.#card.profile.signatureMs) : 0;
  }

  #swap(): "interrupted" {
    this.#card.powerOff();
    this.#card = this.#spare?.() ?? this.#card;
    this.#card.powerOn();
    return "interrupted";
  }
}

/** The status word alone, where the data do not matter. */
export function* statusOf(channel: CardChannel, command: CommandApdu): Process<StatusWord> {
  return (yield* channel.transmit(command)).sw;
}
