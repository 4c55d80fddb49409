import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { Slot } from "../cards/slot.ts";
import type { RfPort } from "../ccid-reader/ports.ts";
import { typeBCardOf } from "../iso14443/atr.ts";
import { Field } from "../iso14443/field.ts";
import { PiccTypeB } from "../iso14443/picc.ts";

/** An emulated card before an antenna: what lies in a slot, as a card of Type B. Cards of other kinds are not seen. */
export class SlotRfPort implements RfPort {
  readonly #slot: Slot;
  readonly #clock: Clock;
  readonly #rng: Rng;
  readonly #field: Field;
  #card: PiccTypeB | undefined;
  #hear: (frame: Uint8Array) => void = () => {};

  constructor(slot: Slot, clock: Clock, rng: Rng) {
    this.#slot = slot;
    this.#clock = clock;
    this.#rng = rng;
    this.#field = new Field({ toReader: (frame) => clock.after(0, () => this.#hear(frame)) });
    slot.onChange(() => this.#follow());
    this.#follow();
  }

  field(isOn: boolean): void {
    this.#field.power(isOn);
  }

  send(frame: Uint8Array): void {
    this.#field.transmit(frame);
  }

  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#hear = listener;
  }

  /** A card that came is looked at once for what it says of itself; a mute one says nothing and is not found. */
  #follow(): void {
    const slot = this.#slot;
    if (this.#card !== undefined) this.#field.leave(this.#card);
    this.#card = undefined;
    if (!slot.present) return;
    const atr = slot.powerOn();
    slot.powerOff();
    const card = atr === undefined ? undefined : typeBCardOf(atr);
    if (card === undefined) return;
    this.#card = new PiccTypeB({
      clock: this.#clock,
      rng: this.#rng,
      send: (frame) => this.#field.carry(frame),
      answer: (command, answered) => slot.exchange(command, answered),
      power: (isOn) => {
        if (isOn) slot.powerOn();
        else slot.powerOff();
      },
      card,
    });
    this.#field.enter(this.#card);
  }
}
