import type { Cancel } from "../../simulator/kernel/clock.ts";

/**
 * What a reader's firmware is wired to, below it. In a product of ours an emulated card stands behind it, on a bench the
 * bench port (`devices/bench-port`): the firmware cannot tell.
 */

/** Voltage classes of ISO/IEC 7816-3 §5.1.3, as bPowerSelect counts them: A 5 V, B 3 V, C 1.8 V. */
export type Voltage = 1 | 2 | 3;

/** Contacts of a card: switch, supply, and the characters of the line. */
export interface ContactPort {
  /** The card switch is closed. */
  readonly isPresent: boolean;
  powerOn(voltage: Voltage): void;
  powerOff(): void;
  /** Characters to the card. */
  send(characters: Uint8Array): void;
  /** Characters from the card, in any pieces. */
  onCharacters(listener: (characters: Uint8Array) => void): void;
  /** The switch opened or closed. */
  onMoved(listener: () => void): void;
}

/** The antenna: field, and frames with their CRC. */
export interface RfPort {
  field(isOn: boolean): void;
  send(frame: Uint8Array): void;
  /** A frame as it was received, damaged or not. */
  onFrame(listener: (frame: Uint8Array) => void): void;
}

/** Keys of the PIN pad: '0' … '9', 0D enter, 1B cancel, 08 correction. */
export interface KeyPort {
  onKey(listener: (key: number) => void): Cancel;
  /** Tells that a PIN is asked for now: whoever stands at the keys may begin to type. */
  asked?(limits: { readonly minDigits: number; readonly maxDigits: number; readonly timeoutMs: number }): void;
}

/** What the patient sees of PIN entry; empty when the screen rests. */
export interface ScreenPort {
  show(text: string): void;
}

/** Where the firmware writes what it does; never digits of a PIN. */
export interface LogPort {
  write(line: string): void;
}
