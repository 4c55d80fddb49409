import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Strand } from "../../simulator/kernel/pco.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import type { Card } from "../cards/card.ts";
import { type CardChannel, FieldChannel } from "../cards/card-channel.ts";
import type { PrintedFront } from "../cards/card-image.ts";
import type { Atr } from "../iso7816/atr.ts";

/** The one place where a reader gets at what the patient lays on it: a card in process, or one at the end of a wire. */
export interface CardAccess {
  /** What the camera sees of the front; undefined where nothing is printed that a reader could use. */
  readonly front: PrintedFront | undefined;
  /** To the chip, for reader and terminal alike. */
  readonly channel: CardChannel;
  /** Waits until something lies there and gives it power: its answer to reset, or undefined when no chip is felt. */
  insert(): Process<Atr | undefined>;
  /** Takes the power away and gives it back: everything volatile is gone. Undefined when no chip answers any more. */
  wake(): Process<Atr | undefined>;
  /** Takes the power away and waits until nothing lies there; nothing happens where nothing lay. */
  remove(): Process<void>;
}

/** A card in process and the reader it is laid on. */
export interface CardInFieldParts {
  readonly card: Card;
  readonly reader: string;
  readonly strand: Strand;
  readonly clock: Clock;
  /** What lies there once somebody swaps cards in the middle of a session. */
  readonly spare?: () => Card;
}

/** How long the field is off when a card is reset (ours). */
const RESET_MS = 100;

/** Access to a card in process, over `card.field`, `card.supply` and `card.apdu`. */
export class CardInField implements CardAccess {
  readonly front: PrintedFront | undefined;
  readonly channel: FieldChannel;
  readonly #reader: string;
  readonly #clock: Clock;
  #lies = false;

  constructor(parts: CardInFieldParts) {
    this.front = parts.card.front;
    this.channel = new FieldChannel(parts);
    this.#reader = parts.reader;
    this.#clock = parts.clock;
  }

  *insert(): Process<Atr | undefined> {
    this.#lies = true;
    return yield* this.#change("inserted", this.channel.card.powerOn());
  }

  *wake(): Process<Atr | undefined> {
    this.channel.card.powerOff();
    yield* sleep(this.#clock, RESET_MS);
    return this.channel.lost ? undefined : this.channel.card.powerOn();
  }

  *remove(): Process<void> {
    if (!this.#lies) return;
    this.#lies = false;
    this.channel.card.powerOff();
    yield* this.#change("removed", undefined);
  }

  *#change(change: "inserted" | "removed", atr: Atr | undefined): Process<Atr | undefined> {
    const passage = yield* this.channel.strand.cross("card.field", { reader: this.#reader, change, atr });
    return passage.delivered[0]?.atr;
  }
}
