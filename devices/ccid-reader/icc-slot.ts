import type { Process } from "../../simulator/kernel/process.ts";
import { ERROR, type ICC_STATUS } from "../ccid/constants.ts";

/** How the card of a slot stands (USB CCID 1.1 §6.2.6 bmICCStatus). */
export type IccState = keyof typeof ICC_STATUS;

/** What came of a power-up or of an exchange: bytes, or the bError the host is told. */
export type IccOutcome = { readonly data: Uint8Array } | { readonly error: number };

/** True for an outcome that holds an error. */
export const failed = (outcome: IccOutcome): outcome is { readonly error: number } => "error" in outcome;

/** The card said nothing, or there is none. */
export const MUTE: IccOutcome = { error: ERROR.mute };

/** One slot of the reader as its commands see it; contact and contactless cards stand behind the same door. */
export interface IccSlot {
  /** Units the host speaks in: blocks of T=1 as they are, or whole APDUs. */
  readonly level: "tpdu" | "apdu";
  readonly state: IccState;
  /** Gives power, or gives it anew; the ATR. `powerSelect` as in IccPowerOn. */
  powerOn(powerSelect: number): Process<IccOutcome>;
  powerOff(): void;
  /**
   * One block or one APDU to the card and its answer; `waiting` is called when the card asks for more time. Where the host
   * speaks blocks, the block waiting time of this one is multiplied by `bwi` (bBWI of XfrBlock; 0 as 1).
   */
  exchange(bytes: Uint8Array, waiting: (multiplier: number) => void, bwi?: number): Process<IccOutcome>;
  /** Forgets an exchange that was broken off: the next one starts clean. */
  abandon(): void;
  /** Takes parameters of SetParameters over; false when they cannot be used. */
  setParameters(protocol: number, data: Uint8Array): boolean;
  /** Parameters in force, 5 bytes for T=0 or 7 for T=1. */
  parameters(): { readonly protocol: number; readonly data: Uint8Array };
  /** Told when a card came or went. */
  onMoved(listener: () => void): void;
}
