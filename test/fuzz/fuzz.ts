import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { heldBytes } from "./held-bytes.ts";
import { piecesFor } from "./pieces.ts";
import { shrunk } from "./shrink.ts";
import type { FuzzTarget, Machine } from "./target.ts";
import { within } from "./within.ts";

/** How much a target is fed, and by which chance. */
export interface FuzzDose {
  readonly bytes: number;
  readonly seed: number;
}

/** What broke, and few of the pieces that broke it. */
export interface FuzzFailure {
  readonly message: string;
  readonly pieces: readonly Uint8Array[];
}

/** How a target fared. */
export interface FuzzOutcome {
  readonly fedBytes: number;
  readonly seconds: number;
  /** Bytes held in the end beyond those held in the beginning. */
  readonly grownBytes: number;
  readonly failure?: FuzzFailure;
}

/** Memory is looked at behind each round. */
const ROUNDS = 4;
/** Below this lie what V8 keeps for itself and the longest message a machine may hold. */
const MAX_GROWN_BYTES = 1_048_576;
/**
 * The least dose that shows a machine which keeps every byte in one buffer, without anything beside it that would weigh, too:
 * between the two looks that are compared lies half the dose, and {@link MAX_GROWN_BYTES} of that are let pass.
 */
export const LEAST_BYTES_TO_SEE_GROWTH = 3_000_000;
/** Looks behind each round: what V8 gives back late counts in none of them, or it would hide growth behind the first round. */
const LOOKS = 4;
/** Pieces between two looks at the time, and what they may take: a machine that is slower hangs. */
const BATCH_PIECES = 256;
const MAX_BATCH_MS = 10_000;
/** Time to look for few pieces: each try with a machine that hangs costs as much as a batch may take. */
const MAX_SHRINKING_MS = 60_000;

/** Feeds one target. The same dose does the same every time. */
export function fuzz(target: FuzzTarget, dose: FuzzDose): FuzzOutcome {
  const startedMs = performance.now();
  const feeding = new Feeding(target, dose);
  const held: number[] = [];
  let message: string | undefined;
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      feeding.feedUpTo(Math.ceil((dose.bytes * round) / ROUNDS));
      held.push(Math.min(...Array.from({ length: LOOKS }, heldBytes)));
    }
    within(MAX_BATCH_MS, () => feeding.machine.recovers?.());
  } catch (error) {
    message = String(error);
  }
  const outcome = {
    fedBytes: feeding.fedBytes,
    seconds: (performance.now() - startedMs) / 1_000,
    grownBytes: grownBytesOf(held),
  };
  if (message !== undefined) return { ...outcome, failure: { message, pieces: feeding.fewPieces() } };
  if (outcome.grownBytes <= MAX_GROWN_BYTES) return outcome;
  return { ...outcome, failure: { message: "it holds more and more memory", pieces: [] } };
}

/** Of two rounds at either end the one that held less. */
function grownBytesOf(held: readonly number[]): number {
  if (held.length < ROUNDS) return 0;
  return Math.max(0, Math.min(...held.slice(-2)) - Math.min(...held.slice(0, 2)));
}

/** A machine and the pieces it is fed. */
class Feeding {
  readonly machine: Machine;
  readonly #target: FuzzTarget;
  readonly #seed: number;
  readonly #pieces: Iterator<Uint8Array, never>;
  #fedBytes = 0;
  #fedPieces = 0;

  constructor(target: FuzzTarget, { seed }: FuzzDose) {
    this.#target = target;
    this.#seed = seed;
    this.machine = this.#newMachine();
    this.#pieces = this.#allPieces();
  }

  get fedBytes(): number {
    return this.#fedBytes;
  }

  feedUpTo(bytes: number): void {
    while (this.#fedBytes < bytes) {
      within(MAX_BATCH_MS, () => {
        for (let left = BATCH_PIECES; left > 0 && this.#fedBytes < bytes; left--) {
          const piece = this.#pieces.next().value;
          this.#fedBytes += piece.length;
          this.#fedPieces++;
          this.machine.feed(piece);
        }
      });
    }
  }

  /** Of the pieces so far few that break a new machine, too; all of them where it does not break. */
  fewPieces(): readonly Uint8Array[] {
    const pieces = this.#allPieces();
    const fed = Array.from({ length: this.#fedPieces }, () => pieces.next().value);
    const endMs = performance.now() + MAX_SHRINKING_MS;
    return shrunk(fed, (some) => {
      if (performance.now() > endMs) return false;
      const machine = this.#newMachine();
      try {
        within(MAX_BATCH_MS, () => {
          for (const piece of some) machine.feed(piece);
          machine.recovers?.();
        });
        return false;
      } catch {
        return true;
      }
    });
  }

  #newMachine(): Machine {
    return this.#target.make(this.#chance("machine"));
  }

  #allPieces(): Iterator<Uint8Array, never> {
    return piecesFor(this.#target, this.#chance("pieces"));
  }

  #chance(stream: string) {
    return rngFromSeed(this.#seed).fork(this.#target.name).fork(stream);
  }
}
