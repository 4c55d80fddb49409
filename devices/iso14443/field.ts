import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { hasGoodCrc } from "./crc-b.ts";
import type { PiccTypeB } from "./picc.ts";

/** What the air does to a frame on its way: it arrives as it is, damaged, or not at all. */
export type Air = (frame: Uint8Array, way: "to-card" | "to-reader") => Uint8Array | undefined;

/** Air that does no harm. */
export const clearAir: Air = (frame) => frame;

/** Bits that flip between a weak card and the reader (firmware-validation.md §11, our choice). */
const WEAK_FLIPS = { parts: 1, of: 100 } as const;

/** A weak card: what it says arrives with 1 % of all bits flipped. */
export function weakCard(rng: Rng): Air {
  return (frame, way) =>
    way === "to-card"
      ? frame
      : frame.map((byte) =>
          [1, 2, 4, 8, 16, 32, 64, 128].reduce((b, bit) => (rng.chance(WEAK_FLIPS) ? b ^ bit : b), byte),
        );
}

/** Two cards are enough for a collision. */
const MAX_CARDS = 2;

/** What an air stands on. */
export interface FieldParts {
  /** Hands the reader a frame. */
  readonly toReader: (frame: Uint8Array) => void;
  readonly air?: Air;
}

/** The air before a reader, with nobody, one or two cards in it. Cards that answer one frame at once collide. */
export class Field {
  readonly #toReader: (frame: Uint8Array) => void;
  readonly #air: Air;
  readonly #cards = new Set<PiccTypeB>();
  #on = false;
  /** Answers to the frame under way. */
  #answers: Uint8Array[] | undefined;

  constructor({ toReader, air = clearAir }: FieldParts) {
    this.#toReader = toReader;
    this.#air = air;
  }

  /** Lays a card into the field; a {@link MisuseError} for a third one. */
  enter(card: PiccTypeB): void {
    if (this.#cards.size >= MAX_CARDS && !this.#cards.has(card)) {
      throw new MisuseError("card", `the field holds ${MAX_CARDS} cards; take one away first`);
    }
    this.#cards.add(card);
    if (this.#on) card.fieldOn();
  }

  /** Takes a card away; nothing happens to one that is not there. */
  leave(card: PiccTypeB): void {
    if (this.#cards.delete(card)) card.fieldOff();
  }

  /** The reader switches its field. */
  power(on: boolean): void {
    this.#on = on;
    for (const card of this.#cards) {
      if (on) card.fieldOn();
      else card.fieldOff();
    }
  }

  /** A frame of the reader, heard by every card. */
  transmit(frame: Uint8Array): void {
    if (!this.#on) return;
    const heard = this.#air(frame, "to-card");
    if (heard === undefined) return;
    const answers: Uint8Array[] = [];
    this.#answers = answers;
    for (const card of this.#cards) card.receive(heard);
    this.#answers = undefined;
    if (answers.length > 0) this.#deliver(superposed(answers));
  }

  /** A frame of a card: the answer to the frame under way, or what it says of its own accord later. */
  carry(frame: Uint8Array): void {
    if (this.#answers === undefined) this.#deliver(frame);
    else this.#answers.push(frame);
  }

  #deliver(frame: Uint8Array): void {
    const heard = this.#air(frame, "to-reader");
    if (heard !== undefined) this.#toReader(heard);
  }
}

/** What is left of frames that were sent at once: both at a time, and never one with a good CRC (ours). */
function superposed(frames: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = frames.toSorted((a, b) => b.length - a.length);
  if (first === undefined || others.length === 0) return first ?? new Uint8Array(0);
  const mixed = others.reduce((sum, other) => sum.map((byte, at) => byte | (other[at] ?? 0)), first);
  return hasGoodCrc(mixed) ? mixed.map((byte, at) => (at === mixed.length - 1 ? byte ^ 0xff : byte)) : mixed;
}
