import type { TransportProblem } from "../../devices/transports/transport-problem.ts";

/**
 * A reader outside this process, and what lies on it. Undefined is a card that says nothing, which a session knows how to
 * deal with; a {@link TransportProblem} is a reader with which nothing can go on. Every call ends within a time of its own.
 */
export interface OuterReader {
  readonly name: string;
  /** Waits until something lies there and gives it power: its answer to reset. */
  connect(): Promise<Uint8Array | undefined | TransportProblem>;
  /** Takes the power away and gives it back: its answer to reset. */
  reset(): Promise<Uint8Array | undefined | TransportProblem>;
  /** Sends a command APDU: the response with its status word. */
  transmit(command: Uint8Array): Promise<Uint8Array | undefined | TransportProblem>;
  /** Takes the power away. Nothing is told of a reader or a card that is gone already. */
  release(): Promise<void>;
}

/** A person who is asked for a card has laid it down by then, ms (ours). */
export const LAID_WITHIN_MS = 30_000;

/** Nothing was laid down in time. */
export const nothingLies = (reader: string): TransportProblem => ({
  code: "no-card",
  message: `no card lies on ${reader}; waited ${LAID_WITHIN_MS / 1_000} s`,
  fix: "lay a My Number card there: an antenna may not feel another kind at all, and an emulated one lies there from the start unless it was removed",
});
