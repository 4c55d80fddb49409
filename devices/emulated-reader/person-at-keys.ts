import type { Cancel } from "../../simulator/kernel/clock.ts";
import { KEY } from "../bench-port/constants.ts";
import type { PinPad } from "../cards/slot.ts";
import type { KeyPort } from "../ccid-reader/ports.ts";

/** A person in front of the PIN pad: asked for a PIN, they type it and press enter, or cancel. */
export class PersonAtKeys implements KeyPort {
  readonly #person: PinPad;
  readonly #listeners = new Set<(key: number) => void>();

  constructor(person: PinPad) {
    this.#person = person;
  }

  onKey(listener: (key: number) => void): Cancel {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  asked(limits: Parameters<PinPad["ask"]>[0]): void {
    this.#person.ask(limits, (digits) => {
      if (digits === undefined) return this.#press(KEY.cancel);
      for (const digit of digits) this.#press(digit.charCodeAt(0));
      this.#press(KEY.enter);
    });
  }

  #press(key: number): void {
    for (const listener of this.#listeners) listener(key);
  }
}
