import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import { type CommandApdu, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { NO_ANSWER, type StatusWord } from "../iso7816/status-word.ts";
import type { Card } from "./card.ts";

/** What the terminal sees of a card: commands go, answers come. A mute or lifted card answers {@link NO_ANSWER}. */
export interface CardChannel {
  readonly strand: Strand;
  transmit(command: CommandApdu): Process<ResponseApdu>;
}

/** Time the chip takes (my-number-card.md §7.5, D-15: the signature is ours, the rest is below what a person notices). */
export interface CardTiming {
  readonly signatureMs: number;
}

const COMPUTE_DIGITAL_SIGNATURE = 0x2a;

/** A channel to a card in the field of a reader; every exchange crosses `card.apdu`. */
export class FieldChannel implements CardChannel {
  readonly strand: Strand;
  readonly #card: Card;
  readonly #reader: string;
  readonly #clock: Clock;
  readonly #timing: CardTiming;
  #lost = false;

  constructor(card: Card, reader: string, strand: Strand, clock: Clock, timing: CardTiming) {
    this.#card = card;
    this.#reader = reader;
    this.strand = strand;
    this.#clock = clock;
    this.#timing = timing;
  }

  *transmit(command: CommandApdu): Process<ResponseApdu> {
    if (this.#lost) return response(NO_ANSWER);
    if (command.ins === COMPUTE_DIGITAL_SIGNATURE) yield* sleep(this.#clock, this.#timing.signatureMs);
    const { response: answer, application, holds } = this.#card.transmit(command);
    const passage = yield* this.strand.cross("card.apdu", {
      reader: this.#reader,
      command,
      response: answer,
      application,
      holds,
    });
    const delivered = passage.delivered[0];
    if (delivered === undefined) {
      this.#lost = passage.severed !== undefined;
      return response(NO_ANSWER);
    }
    return delivered.response;
  }
}

/** The status word alone, where the data do not matter. */
export function* statusOf(channel: CardChannel, command: CommandApdu): Process<StatusWord> {
  return (yield* channel.transmit(command)).sw;
}
