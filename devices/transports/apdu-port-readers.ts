import type { Cancel } from "../../simulator/kernel/clock.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Slot } from "../cards/slot.ts";
import type { Atr } from "../iso7816/atr.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** A reader as `list`, `subscribe` and events show it. */
export type ReaderLine = {
  readonly reader: string;
  /** A card lies there. */
  readonly card: boolean;
  /** How often a card came or went. */
  readonly changes: number;
};

/** Pushed to clients that subscribed. */
export type ReaderEvent = { readonly event: "change" } & ReaderLine;

/** A reader in the hands of one client. */
interface Holding {
  readonly owner: object;
  /** {@link Slot.changes} when the power came: another number means another card, or none. */
  changes: number;
  exchanging: boolean;
  /** The owner is gone; the reader is free once the answer under way has come. */
  abandoned: boolean;
}

/** Our readers and who holds them. A reader belongs to the client that powered it. */
export class ReaderTable {
  readonly #slots: readonly Slot[];
  readonly #holdings = new Map<Slot, Holding>();

  constructor(slots: readonly Slot[]) {
    if (new Set(slots.map(({ reader }) => reader)).size < slots.length) {
      throw new MisuseError("slots", "two readers have the same name; give each one a name of its own");
    }
    this.#slots = slots;
  }

  list(): readonly (ReaderLine & { readonly free: boolean })[] {
    return this.#slots.map((slot) => ({ ...lineOf(slot), free: !this.#holdings.has(slot) }));
  }

  onChange(listener: (event: ReaderEvent) => void): Cancel {
    const stops = this.#slots.map((slot) => slot.onChange(() => listener({ event: "change", ...lineOf(slot) })));
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Powers the card for this client; the reader is the client's from now on. Powering it again is a cold reset. */
  powerOn(owner: object, reader: string): Atr | TransportProblem {
    const slot = this.#slot(reader);
    if (slot === undefined) return this.#unknown();
    const holding = this.#holdings.get(slot);
    if (holding !== undefined && holding.owner !== owner) return BUSY;
    if (!slot.present) return NO_CARD;
    const atr = slot.powerOn();
    this.#holdings.set(slot, { owner, changes: slot.changes, exchanging: false, abandoned: false });
    return atr ?? MUTE;
  }

  /** Warm reset of a card this client powered. */
  reset(owner: object, reader: string): Atr | TransportProblem {
    const held = this.#held(owner, reader);
    if ("code" in held) return held;
    return held.slot.powerOn() ?? MUTE;
  }

  /** Takes the power away and gives the reader back. */
  powerOff(owner: object, reader: string): TransportProblem | undefined {
    const slot = this.#slot(reader);
    if (slot === undefined) return this.#unknown();
    const holding = this.#holdings.get(slot);
    if (holding?.owner !== owner) return holding === undefined ? NOT_POWERED : BUSY;
    this.#giveBack(slot);
    return undefined;
  }

  /** One command to the card this client powered; `answered` is called once, at once or later. */
  transmit(
    owner: object,
    reader: string,
    command: Uint8Array,
    answered: (answer: Uint8Array | TransportProblem) => void,
  ): void {
    const held = this.#held(owner, reader);
    if ("code" in held) return answered(held);
    const { slot, holding } = held;
    holding.exchanging = true;
    slot.exchange(command, (response) => {
      holding.exchanging = false;
      if (holding.abandoned) this.#giveBack(slot);
      answered(response ?? NO_ANSWER);
    });
  }

  /** The client is gone: its readers lose their power and are free, each once its answer under way has come. */
  release(owner: object): void {
    for (const [slot, holding] of this.#holdings) {
      if (holding.owner !== owner) continue;
      if (holding.exchanging) holding.abandoned = true;
      else this.#giveBack(slot);
    }
  }

  #giveBack(slot: Slot): void {
    this.#holdings.delete(slot);
    slot.powerOff();
  }

  #held(owner: object, reader: string): { readonly slot: Slot; readonly holding: Holding } | TransportProblem {
    const slot = this.#slot(reader);
    if (slot === undefined) return this.#unknown();
    const holding = this.#holdings.get(slot);
    if (holding === undefined) return NOT_POWERED;
    if (holding.owner !== owner) return BUSY;
    if (!slot.present) return NO_CARD;
    return holding.changes === slot.changes ? { slot, holding } : CARD_CHANGED;
  }

  #slot(reader: string): Slot | undefined {
    return this.#slots.find((slot) => slot.reader === reader);
  }

  #unknown(): TransportProblem {
    const names = this.#slots.map(({ reader }) => reader).join(", ");
    return { code: "unknown-reader", message: "there is no reader of this name", fix: `use one of: ${names}` };
  }
}

const lineOf = ({ reader, present, changes }: Slot): ReaderLine => ({ reader, card: present, changes });

const BUSY: TransportProblem = {
  code: "busy",
  message: "another client powered this reader",
  fix: "wait until it sends power-off or hangs up; list shows it as free then",
};
const NO_CARD: TransportProblem = {
  code: "no-card",
  message: "no card lies on this reader",
  fix: "subscribe and wait for an event of this reader with card true, then send power-on",
};
const MUTE: TransportProblem = {
  code: "mute",
  message: "a card lies there but gives no ATR",
  fix: "send power-on again, or have the card put in again",
};
const NOT_POWERED: TransportProblem = {
  code: "not-powered",
  message: "this client has not powered this reader",
  fix: "send power-on first",
};
const CARD_CHANGED: TransportProblem = {
  code: "card-changed",
  message: "the card was taken away and one was put in since power-on",
  fix: "send power-on and start again from SELECT",
};
const NO_ANSWER: TransportProblem = {
  code: "no-answer",
  message: "the card gave no answer: taken away, without power, or mute",
  fix: "send power-on and start again from SELECT",
};
