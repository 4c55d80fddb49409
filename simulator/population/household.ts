import { ensure } from "../kernel/errors.ts";
import {
  type DealtLaw,
  type HouseholdSlot,
  NUMBERS,
  SLOT_OF_LATE_SEAT,
  SLOT_OF_SEAT,
  SLOTS,
} from "./household-slots.ts";
import type { NumberUse } from "./number-use.ts";

/** A household: who belongs to it and where it stands among all. */
export interface Household {
  readonly slot: HouseholdSlot;
  readonly block: number;
  /** Index of the head; the others follow, but for who is born late. */
  readonly headIndex: number;
  /** Index of who is born late; −1 where nobody will be. */
  readonly lateIndex: number;
}

/** People with seats in a block, and those born late to a block. */
const BLOCK = SLOT_OF_SEAT.length;
const LATE = SLOT_OF_LATE_SEAT.length;

/**
 * The households of a population of `size` people. Indices begin with the seats, block after block; the last block may be cut
 * short. Those at the end are reserved for who is born when the children of the seats are all there
 * ({@link file://./household-kinds.ts}), so that nobody's index depends on how far ahead the days reach.
 */
export class Households {
  /** How many people have seats; from this index on are the late-born. */
  readonly seated: number;
  /** Homes and numbers are kept free for so many households: as if everybody had a seat. */
  readonly count: number;
  readonly #wholeBlocks: number;
  readonly #blocks: number;

  constructor(size: number) {
    this.#wholeBlocks = Math.trunc(size / (BLOCK + LATE));
    this.#blocks = Math.ceil(size / BLOCK);
    this.seated = size - LATE * this.#wholeBlocks;
    this.count = this.#blocks * SLOTS.length;
  }

  /** The household of a person. */
  of(index: number): Household {
    const late = index >= this.seated;
    const nth = late ? index - this.seated : index;
    const size = late ? LATE : BLOCK;
    const seat = nth % size;
    const slot = (late ? SLOT_OF_LATE_SEAT : SLOT_OF_SEAT)[seat];
    ensure(slot !== undefined, `no seat ${seat} in a block`);
    return this.#inBlock(slot, (nth - seat) / size);
  }

  /** The household with an ordinal; beyond the last seat there are households of nobody. */
  at(ordinal: number): Household {
    const rank = ordinal % SLOTS.length;
    const slot = SLOTS[rank];
    ensure(slot !== undefined, `no household ${ordinal}`);
    return this.#inBlock(slot, (ordinal - rank) / SLOTS.length);
  }

  /** Index of the first who is born late to the block of a seat; where the last block is cut short, nobody's. */
  lateBornBeside(index: number): number {
    return this.seated + Math.trunc(index / BLOCK) * LATE;
  }

  /** How many people belong to a household, the unborn and the dead included. */
  membersOf({ slot, headIndex, lateIndex }: Household): number {
    const seats = Math.max(0, Math.min(slot.seats, this.seated - headIndex));
    return lateIndex < 0 ? seats : seats + 1;
  }

  /** Numbers kept free under a law: every stage of every path, whether it comes to it or not. */
  numbersUnder(law: DealtLaw): number {
    return this.#blocks * NUMBERS[law].length;
  }

  /** Whose number an ordinal is. */
  numberUseAt(law: DealtLaw, ordinal: number): { readonly household: Household; readonly use: NumberUse } {
    const numbers = NUMBERS[law];
    const place = ordinal % numbers.length;
    const found = numbers[place];
    ensure(found !== undefined, `no number ${ordinal} under ${law}`);
    return { household: this.#inBlock(found.slot, (ordinal - place) / numbers.length), use: found.use };
  }

  #inBlock(slot: HouseholdSlot, block: number): Household {
    const { lateSeat } = slot;
    const lateIndex = lateSeat === undefined || block >= this.#wholeBlocks ? -1 : this.seated + block * LATE + lateSeat;
    return { slot, block, headIndex: block * BLOCK + slot.firstSeat, lateIndex };
  }
}

/** Which of all households it is, counted from 0. */
export function householdOrdinal({ block, slot }: Household): number {
  return block * SLOTS.length + slot.rank;
}

/** Index of the member at a position, the head's is 0. */
export function memberIndex({ slot, headIndex, lateIndex }: Household, position: number): number {
  return position < slot.seats ? headIndex + position : lateIndex;
}

/** The position of a member with an index. */
export function memberPosition({ slot, headIndex, lateIndex }: Household, index: number): number {
  return index === lateIndex ? slot.seats : index - headIndex;
}

/** Which of the numbers of its law a use has, counted from 0. */
export function numberOrdinal(law: DealtLaw, { slot, block }: Household, use: NumberUse): number {
  const place = slot.numberPlaces[use];
  ensure(place !== undefined, `no number under ${law} for this use`);
  return block * NUMBERS[law].length + place;
}
