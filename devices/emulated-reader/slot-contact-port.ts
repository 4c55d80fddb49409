import type { Clock } from "../../simulator/kernel/clock.ts";
import type { Slot } from "../cards/slot.ts";
import type { ContactPort } from "../ccid-reader/ports.ts";
import { T1Card } from "../t1/card.ts";
import { t1Parameters } from "../t1/parameters.ts";

/** S(WTX request) after this much work: well within any block waiting time of a My Number card (ours). */
const WTX_EVERY_MS = 300;
/** First character of a PPS request (ISO/IEC 7816-3 §9). */
const PPSS = 0xff;

/** An emulated card behind contacts: what lies in a slot, with T=1 in front of it. */
export class SlotContactPort implements ContactPort {
  readonly #slot: Slot;
  readonly #clock: Clock;
  readonly #clockHz: number;
  #card: T1Card | undefined;
  #hear: (characters: Uint8Array) => void = () => {};

  /** `clockHz` is what the reader feeds the card. */
  constructor(slot: Slot, clock: Clock, clockHz: number) {
    this.#slot = slot;
    this.#clock = clock;
    this.#clockHz = clockHz;
  }

  get isPresent(): boolean {
    return this.#slot.present;
  }

  powerOn(): void {
    const atr = this.#slot.powerOn();
    const parameters = atr === undefined ? undefined : t1Parameters(atr, this.#clockHz);
    this.#card = undefined;
    if (atr === undefined) return;
    this.#say(atr);
    if (parameters === undefined) return;
    this.#card = new T1Card({
      clock: this.#clock,
      send: (characters) => this.#say(characters),
      answer: (command, answered) => this.#slot.exchange(command, answered),
      ifsc: parameters.ifsc,
      edc: parameters.edc,
      cwtMs: parameters.cwtMs,
      wtxEveryMs: WTX_EVERY_MS,
    });
  }

  powerOff(): void {
    this.#card = undefined;
    this.#slot.powerOff();
  }

  send(characters: Uint8Array): void {
    if (characters[0] === PPSS) return this.#say(characters); // the card agrees to whatever rate was proposed
    this.#card?.receive(characters);
  }

  onCharacters(listener: (characters: Uint8Array) => void): void {
    this.#hear = listener;
  }

  onMoved(listener: () => void): void {
    this.#slot.onChange(listener);
  }

  /** The card speaks a turn later: nobody is answered in the middle of a sentence. */
  #say(characters: Uint8Array): void {
    this.#clock.after(0, () => this.#hear(characters));
  }
}
