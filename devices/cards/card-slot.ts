import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import type { Switchboard } from "../../simulator/kernel/pco.ts";
import { type Process, start } from "../../simulator/kernel/process.ts";
import { type CommandApdu, decodeCommand, encodeResponse, type ResponseApdu } from "../iso7816/apdu.ts";
import type { Atr } from "../iso7816/atr.ts";
import { NO_ANSWER } from "../iso7816/status-word.ts";
import type { Card } from "./card.ts";
import { FieldChannel } from "./card-channel.ts";
import type { PinPad, Slot } from "./slot.ts";

/** What a slot stands on. */
export interface CardSlotParts {
  readonly reader: string;
  readonly clock: Clock;
  /** Where faults on the card are plugged in, and who watches. */
  readonly board: Switchboard;
  readonly pinPad?: PinPad;
  /** Told of our own defects; the command they hit gets no answer. */
  readonly onDefect: (error: unknown) => void;
}

type Answered = Parameters<Slot["exchange"]>[1];

/** A slot with an emulated card in it or none: the one door all faces of the card go through. */
export class CardSlot implements Slot {
  readonly reader: string;
  readonly pinPad?: PinPad;
  readonly #parts: CardSlotParts;
  readonly #listeners = new Set<() => void>();
  #channel: FieldChannel | undefined;
  #mute = false;
  #powered = false;
  #changes = 0;
  #abandon: (() => void) | undefined;
  #cancelArrival: Cancel | undefined;

  constructor(parts: CardSlotParts) {
    this.#parts = parts;
    this.reader = parts.reader;
    if (parts.pinPad !== undefined) this.pinPad = parts.pinPad;
  }

  get present(): boolean {
    return this.#channel !== undefined;
  }

  get changes(): number {
    return this.#changes;
  }

  /**
   * Lays a card into the slot; one that lies there is taken out first. `spare` is what a swap puts there. A fault may keep
   * the card from being seen, or let it be seen late; one that was taken away before is never seen.
   */
  insert(card: Card, spare?: () => Card): void {
    this.remove();
    const { board, reader, clock } = this.#parts;
    const strand = board.strand();
    const channel = new FieldChannel({
      card,
      reader,
      strand,
      clock,
      ...(spare === undefined ? {} : { spare }),
    });
    this.#cancelArrival = start(
      strand.cross("card.field", { reader, change: "inserted", atr: card.atr }),
      (outcome) => {
        if ("error" in outcome) return this.#parts.onDefect(outcome.error);
        const seen = outcome.value.delivered[0];
        if (seen === undefined) return;
        this.#mute = seen.atr === undefined;
        this.#channel = channel;
        this.#changed();
      },
    );
  }

  /** Takes the card out; a command under way gets no answer. Nothing happens on an empty slot. */
  remove(): void {
    this.#cancelArrival?.();
    const channel = this.#channel;
    if (channel === undefined) return;
    const { reader, onDefect } = this.#parts;
    this.#channel = undefined;
    this.#powered = false;
    channel.card.powerOff();
    this.#abandon?.();
    start(channel.strand.cross("card.field", { reader, change: "removed", atr: undefined }), (outcome) => {
      if ("error" in outcome) onDefect(outcome.error);
    });
    this.#changed();
  }

  /** Gives the PINs of the card that lies there their tries back, as a municipality does (my-number-card.md §8 D-06). */
  unblock(): void {
    this.#channel?.card.unblock();
  }

  powerOn(): Atr | undefined {
    this.#abandon?.();
    if (this.#channel === undefined || this.#mute) return undefined;
    this.#powered = true;
    return this.#channel.card.powerOn();
  }

  powerOff(): void {
    this.#abandon?.();
    this.#powered = false;
    this.#channel?.card.powerOff();
  }

  exchange(bytes: Uint8Array, answered: Answered): void {
    const channel = this.#channel;
    if (channel === undefined || !this.#powered) return answered(undefined);
    const command = decodeCommand(bytes);
    if (command === undefined) return this.#exchangeInTime(channel, channel.refuse(bytes), answered);
    if (!this.#exchangeAtOnce(channel, command, answered))
      this.#exchangeInTime(channel, channel.transmit(command), answered);
  }

  /** False where a fault or the chip makes the answer wait. */
  #exchangeAtOnce(channel: FieldChannel, command: CommandApdu, answered: Answered): boolean {
    let answer: Uint8Array | undefined;
    try {
      const response = channel.transmitAtOnce(command);
      if (response === undefined) return false;
      answer = encodeResponse(response);
    } catch (error) {
      this.#parts.onDefect(error);
    }
    answered(answer);
    return true;
  }

  #exchangeInTime(channel: FieldChannel, exchange: Process<ResponseApdu>, answered: Answered): void {
    let over = false;
    const finish = (response: Uint8Array | undefined): void => {
      if (over) return;
      over = true;
      this.#abandon = undefined;
      answered(response);
    };
    const abandon = start(exchange, (outcome) => {
      if ("error" in outcome) {
        this.#parts.onDefect(outcome.error);
        return finish(undefined);
      }
      const { value } = outcome;
      finish(value.sw === NO_ANSWER ? undefined : encodeResponse(value));
      if (channel.lost && channel === this.#channel) this.remove();
    });
    if (over) return;
    this.#abandon = () => {
      abandon();
      finish(undefined);
    };
  }

  onChange(listener: () => void): Cancel {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #changed(): void {
    this.#changes++;
    for (const listener of [...this.#listeners]) listener();
  }
}
