import { concat } from "../../simulator/kernel/bytes.ts";
import { otherNumber, type SequenceBit, type T1Block, type T1Error } from "./block.ts";
import { ILLEGAL_LEN, MAX_RESYNCHS } from "./constants.ts";
import { errorOf, type T1DefectName, type T1Slip } from "./defects.ts";

/**
 * The decisions in which interface devices go wrong in the field, each a small value or pure function and each one clause
 * of firmware-validation.md §5 (rule numbers are its own). A faulty firmware differs from {@link t1Decisions} in exactly
 * one of them. X numbers are the slips of its §9, T1 numbers the checks that see them.
 */
export interface T1Decisions {
  /** Rule 1: N(S) of the first I block after reset; 0 (T1-01). */
  readonly firstNumber: SequenceBit;
  /** Rule 1: N(S) of the I block after this one; the other number (T1-01). */
  nextNumber(number: SequenceBit): SequenceBit;
  /** Rule 5: IFSD to tell the card right after the ATR; undefined tells nothing (T1-02, X26: never, or FF). */
  announcedIfsd(ifsd: number): number | undefined;
  /** Rule 5: whether a size the card asks for is one; 00 and FF are none (T1-04). */
  acceptsIfs(value: number): boolean;
  /** Rule 5: INF of the answer to the card's S(IFS request); the same (T1-03). */
  ifsAnswer(inf: Uint8Array): Uint8Array;
  /** Rule 5: IFSC after the card asked for one; what it asked for (T1-03). */
  ifscAfter(current: number, asked: number): number;
  /** §5, blocks: what is overlooked in a block that is none; nothing (T1-08, X25: LEN FF, R with LEN; T1-09: EDC of R, S). */
  tolerates(defect: T1DefectName, pcb: number): boolean;
  /** Rule 1: whether an I block with this N(S) is the awaited one (T1-06). */
  acceptsNumber(received: SequenceBit, awaited: SequenceBit): boolean;
  /** Rule 7: N(R) of an R block that asks for something again; the awaited number (T1-05, X19a: the received one). */
  complaintNumber(awaited: SequenceBit): SequenceBit;
  /** Rule 3: N(R) of an R block that confirms a piece of the card's chain; the next, now awaited number (T1-12). */
  confirmationNumber(awaited: SequenceBit): SequenceBit;
  /** Rule 7: what an R block says of a slip; 81 for EDC, 82 for the rest (T1-07, X20). */
  errorOf(slip: T1Slip): T1Error;
  /** Rule 7: whether a slip uses up a try; every one (T1-05, X19b: not a wrong number; T1-21, X22: not a wrong EDC). */
  countsAsTry(slip: T1Slip): boolean;
  /** Rule 7: an S request without an answer that fits is sent again, and no R block for it (T1-26). */
  readonly repeatsRequests: boolean;
  /** Rule 7: what follows when the first block of a session got no answer (T1-23). */
  readonly firstBlockFails: "power-off" | "resynch";
  /** Rule 2: the block sent when the card asks for the last one again; byte for byte the same (T1-22). */
  again(last: T1Block): T1Block;
  /** Rule 3: bytes of the next piece of a command of which `leftBytes` are left (T1-10, T1-11). */
  pieceBytes(leftBytes: number, ifsc: number): number;
  /** Rule 3: whether another piece follows this one (T1-10, X27: last block lost). */
  more(leftBytes: number, ifsc: number): boolean;
  /** Rule 3: the answer from the pieces of its chain (T1-12). */
  join(pieces: readonly Uint8Array[]): Uint8Array;
  /** Rule 4: whether the card gets this much more time for this command (T1-16, X24: not for VERIFY; T1-18). */
  grantsTime(command: Uint8Array, multiplier: number): boolean;
  /** Rule 4: INF of the answer to S(WTX request); the same byte (T1-13, X23a). */
  wtxAnswer(inf: Uint8Array): Uint8Array;
  /** Rule 4: how long the device waits for a block to begin (T1-14, X23b: not multiplied). */
  waitMs(bwtMs: number, multiplier: number): number;
  /** Rule 4: the multiplier once the next block was waited for; 1 again (T1-15, X23c: it stays). */
  multiplierAfter(multiplier: number): number;
  /** Rule 4: whether granting this much time uses up a try; it never does (T1-17). */
  countsGrantAsTry(multiplier: number): boolean;
  /** Rule 8: whether S(ABORT request) is answered (T1-19). */
  readonly confirmsAbort: boolean;
  /** Rule 8: whether the chain ends with it (T1-19). */
  readonly abortEndsChain: boolean;
  /** Rule 6: N(S) and N(R) after S(RESYNCH response), from the number before; 0 (T1-20, X21). */
  numberAfterResynch(number: SequenceBit): SequenceBit;
  /** Rule 6: where a command of which `sentBytes` had been sent goes on after it; at its start (T1-20). */
  restartsAt(sentBytes: number): number;
  /** Rule 6: pieces of the answer that outlast it; none, as the command comes anew (T1-25). */
  keptAtResynch(pieces: Uint8Array[]): Uint8Array[];
  /** Rule 6: S(RESYNCH request) without an answer until the session is dead (T1-24). */
  readonly resynchs: number;
  /** §5, states: whether a dead session stays so until power-on (T1-24). */
  readonly staysDead: boolean;
}

/** What a good interface device decides. */
export const t1Decisions: T1Decisions = {
  firstNumber: 0,
  nextNumber: otherNumber,
  announcedIfsd: (ifsd) => ifsd,
  acceptsIfs: (value) => value > 0 && value < ILLEGAL_LEN,
  ifsAnswer: (inf) => inf,
  ifscAfter: (_current, asked) => asked,
  tolerates: () => false,
  acceptsNumber: (received, awaited) => received === awaited,
  complaintNumber: (awaited) => awaited,
  confirmationNumber: (awaited) => awaited,
  errorOf,
  countsAsTry: () => true,
  repeatsRequests: true,
  firstBlockFails: "power-off",
  again: (last) => last,
  pieceBytes: (leftBytes, ifsc) => Math.min(leftBytes, ifsc),
  more: (leftBytes, ifsc) => leftBytes > ifsc,
  join: (pieces) => concat(...pieces),
  grantsTime: () => true,
  wtxAnswer: (inf) => inf,
  waitMs: (bwtMs, multiplier) => bwtMs * multiplier,
  multiplierAfter: () => 1,
  countsGrantAsTry: () => false,
  confirmsAbort: true,
  abortEndsChain: true,
  numberAfterResynch: () => 0,
  restartsAt: () => 0,
  keptAtResynch: () => [],
  resynchs: MAX_RESYNCHS,
  staysDead: true,
};
