import type { Cancel } from "../../simulator/kernel/clock.ts";
import type { Atr } from "../iso7816/atr.ts";

/**
 * A reader's slot as every face of the card sees it (PC/SC service, vpcd, APDU port): a card may lie there, it takes
 * power, and it answers command bytes. Whatever lies there, and whatever faults are armed, is behind this door.
 */
export interface Slot {
  /** Name of the reader, unique on this machine. */
  readonly reader: string;
  /** True while a card lies there, powered or not, mute or not. */
  readonly present: boolean;
  /**
   * Power (cold reset) or a warm reset: volatile state is gone, and a command under way gets no answer. The ATR, or
   * undefined when no card answers.
   */
  powerOn(): Atr | undefined;
  /** Takes the power away, as {@link powerOn} but for the ATR; the counters stay. Nothing happens on an empty slot. */
  powerOff(): void;
  /**
   * Sends one command APDU, any bytes. `answered` is called exactly once, at once or later, with the response APDU (at
   * least two status bytes), or with undefined when no answer comes: no card, no power, a mute chip, a card torn away.
   * One command at a time: the next one is sent after the answer.
   */
  exchange(command: Uint8Array, answered: (response: Uint8Array | undefined) => void): void;
  /** Tells when a card came or went, after {@link present} changed; the count of such changes is {@link changes}. */
  onChange(listener: () => void): Cancel;
  /** How often a card came or went since the slot exists; a client that compares it never misses a quick pair. */
  readonly changes: number;
  /** Set where the reader has a PIN pad of its own: the digits a person types there, never seen by the host. */
  readonly pinPad?: PinPad;
}

/** Keys of a reader (PC/SC part 10, class 2 reader). */
export interface PinPad {
  /** Asks the person for digits; `typed` gets ASCII digits, or undefined when they cancelled or let the time pass. */
  ask(
    limits: { readonly minDigits: number; readonly maxDigits: number; readonly timeoutMs: number },
    typed: (digits: string | undefined) => void,
  ): void;
}
