import { ensure } from "../kernel/errors.ts";
import type { InsuranceLaw } from "./insurer.ts";

/** What the head of a household is; decides the range of ages. */
export type HeadRole = "worker" | "parent" | "senior" | "elder";
/** What the others are to the head. */
export type OtherRole = "spouse" | "child";

interface HouseholdKind {
  readonly law: InsuranceLaw;
  readonly head: HeadRole;
  readonly others: readonly OtherRole[];
  /** Households of this kind in a block of people. */
  readonly count: number;
}

const FAMILY = ["spouse", "child", "child"] as const;
const ALONE = [] as const;

/**
 * A hundred people, block after block: households that share insurer, symbol and number. Shares after the real ones
 * (協会 32, 組合 23, 共済 8, 国保 21, 後期 16 of a hundred; a tenth younger than 15, a sixth 75 or older); the mix is ours.
 * Everybody of the late-elderly scheme is insured alone, as the law has it.
 */
const KINDS: readonly HouseholdKind[] = [
  { law: "kyokai", head: "worker", others: ALONE, count: 8 },
  { law: "kyokai", head: "worker", others: ["spouse"], count: 3 },
  { law: "kyokai", head: "parent", others: FAMILY, count: 3 },
  { law: "kyokai", head: "parent", others: ["spouse", "child"], count: 1 },
  { law: "kyokai", head: "parent", others: ["child"], count: 1 },
  { law: "kyokai", head: "senior", others: ALONE, count: 1 },
  { law: "union", head: "worker", others: ALONE, count: 7 },
  { law: "union", head: "worker", others: ["spouse"], count: 2 },
  { law: "union", head: "parent", others: FAMILY, count: 2 },
  { law: "union", head: "parent", others: ["spouse", "child"], count: 1 },
  { law: "union", head: "senior", others: ALONE, count: 1 },
  { law: "mutual-aid", head: "worker", others: ALONE, count: 4 },
  { law: "mutual-aid", head: "parent", others: FAMILY, count: 1 },
  { law: "national", head: "senior", others: ["spouse"], count: 3 },
  { law: "national", head: "senior", others: ALONE, count: 3 },
  { law: "national", head: "worker", others: ALONE, count: 6 },
  { law: "national", head: "parent", others: FAMILY, count: 1 },
  { law: "national", head: "worker", others: ["spouse"], count: 1 },
  { law: "late-elderly", head: "elder", others: ALONE, count: 16 },
];

/** A household of a block. */
interface Slot extends Omit<HouseholdKind, "count"> {
  /** Seat of its head in the block. */
  readonly firstSeat: number;
  /** Which household of its law it is in the block. */
  readonly rank: number;
}

/** A household: who belongs to it, and which of its law's households it is. */
export interface Household {
  readonly law: InsuranceLaw;
  readonly head: HeadRole;
  readonly others: readonly OtherRole[];
  /** Index of the head; the others follow. */
  readonly headIndex: number;
  /** 0 … {@link householdsUnder}() − 1. */
  readonly ordinal: number;
}

const SLOTS: readonly Slot[] = layOut();
const SLOT_OF_SEAT: readonly Slot[] = SLOTS.flatMap((slot) => [slot, ...slot.others.map(() => slot)]);
/** People in a block. */
const BLOCK = SLOT_OF_SEAT.length;
const SLOTS_OF_LAW: ReadonlyMap<InsuranceLaw, readonly Slot[]> = Map.groupBy(SLOTS, ({ law }) => law);

/** The household of a person. */
export function householdOf(index: number): Household {
  const seat = index % BLOCK;
  const slot = SLOT_OF_SEAT[seat];
  ensure(slot !== undefined, `no seat ${seat} in a block`);
  const block = (index - seat) / BLOCK;
  return inBlock(slot, block, slotsOf(slot.law).length);
}

/** A household by its law and ordinal. */
export function householdAt(law: InsuranceLaw, ordinal: number): Household {
  const slots = slotsOf(law);
  const rank = ordinal % slots.length;
  const slot = slots[rank];
  ensure(slot !== undefined, `no household ${ordinal}`);
  return inBlock(slot, (ordinal - rank) / slots.length, slots.length);
}

/** Households under a law in a population of `size` people; the last block may be cut short. */
export function householdsUnder(law: InsuranceLaw, size: number): number {
  return Math.ceil(size / BLOCK) * slotsOf(law).length;
}

function inBlock({ law, head, others, firstSeat, rank }: Slot, block: number, slotsOfLaw: number): Household {
  return { law, head, others, headIndex: block * BLOCK + firstSeat, ordinal: block * slotsOfLaw + rank };
}

function slotsOf(law: InsuranceLaw): readonly Slot[] {
  return SLOTS_OF_LAW.get(law) ?? [];
}

function layOut(): readonly Slot[] {
  const ranks = new Map<InsuranceLaw, number>();
  let firstSeat = 0;
  return KINDS.flatMap(({ law, head, others, count }) =>
    Array.from({ length: count }, (): Slot => {
      const rank = ranks.get(law) ?? 0;
      ranks.set(law, rank + 1);
      const slot = { law, head, others, firstSeat, rank };
      firstSeat += 1 + others.length;
      return slot;
    }),
  );
}
