import type { Atr } from "../iso7816/atr.ts";
import { atrOfTypeB } from "./atr.ts";
import { frameWaitingTimeMs, MAX_WAITING_TIME_MS } from "./capabilities.ts";
import { CRC_BYTES, WTX_FACTOR } from "./constants.ts";
import type { Atqb, BlockNumber, Frame } from "./frame.ts";
import { type Polled, REMOVED, type RfOutcome } from "./outcome.ts";

/**
 * Where readers go wrong with Type B cards, one clause each, so that a faulty firmware differs from the good one in exactly
 * one of them. Clauses are of firmware-validation.md §6 unless they name another source.
 */
export interface PcdDecisions {
  /** Which request finds cards: WUPB, for a card left in HALT must be found again. */
  readonly wakesBy: "REQB" | "WUPB";
  /** What two cards that answered in slots of their own are: a collision, and neither is read (requirements.md F15). */
  twoCards(first: Atqb | undefined): Polled;
  /** How often a card is activated before there is none: a power-up that fails once is tried again (§9 X36). */
  readonly activationTries: number;
  /** The ATR of an activated card. */
  atr(atqb: Atqb, mbli: number): Atr;
  /** The ATR told once the card is gone: none (§9 X34). */
  atrAfterRemoval(last: Atr): Atr | undefined;
  /** FWT of a card, ms: 302 µs · 2^FWI, to the last of 4.95 s. */
  frameWaitingTimeMs(fwi: number): number;
  /** Bytes of INF in a block to a card that takes frames of `fscBytes`: PCB and CRC go off. */
  infBytes(fscBytes: number): number;
  /** R(NAK)s, or repeated R(ACK)s, in a row before the block protocol is given up. */
  readonly retries: number;
  /** What a damaged answer is: noise, and asked for again; no removal (§9 X30). */
  readonly damagedFrame: "retried" | "removal";
  /** Whether a card that was given up is sent to HALT by S(DESELECT). */
  readonly deselectsAfterFailure: boolean;
  /** Whether S(WTX) with this factor is granted: 1–59 are, the rest is a protocol error. */
  grantsWaitingTime(factor: number): boolean;
  /** How long the next block is waited for after S(WTX), ms: FWT · factor, no more than the longest FWT. */
  extendedWaitingTimeMs(fwtMs: number, factor: number): number;
  /** Extensions in a row: as many as a slow chip needs; the bound is ours. */
  readonly extensionsInARow: number;
  /** What a command comes to when the card went silent for good; `received` are the parts of an answer it chained. */
  silence(received: Uint8Array): RfOutcome;
  /** What asks an idle card whether it is still there: R(NAK) of the current number, which disturbs nothing. */
  presence(number: BlockNumber): Frame;
  /** Unanswered questions in a row that are a removal: one missed poll is none (§9 X33). */
  readonly presenceTries: number;
  /** How long the answer to the question is waited for, ms: a card with nothing to do answers at once (§9 X35; ours). */
  presenceWaitMs(fwtMs: number): number;
}

const PRESENCE_WAIT_MS = 20;

/** A good reader. */
export const pcdDecisions: PcdDecisions = {
  wakesBy: "WUPB",
  twoCards: () => "collision",
  activationTries: 3,
  atr: atrOfTypeB,
  atrAfterRemoval: () => undefined,
  frameWaitingTimeMs,
  infBytes: (fscBytes) => fscBytes - 1 - CRC_BYTES,
  retries: 2,
  damagedFrame: "retried",
  deselectsAfterFailure: true,
  grantsWaitingTime: (factor) => factor >= WTX_FACTOR.min && factor <= WTX_FACTOR.max,
  extendedWaitingTimeMs: (fwtMs, factor) => Math.min(fwtMs * factor, MAX_WAITING_TIME_MS),
  extensionsInARow: 100,
  silence: () => REMOVED,
  presence: (number) => ({ kind: "R(NAK)", number }),
  presenceTries: 2,
  presenceWaitMs: (fwtMs) => Math.min(fwtMs, PRESENCE_WAIT_MS),
};
