import { ensure } from "../kernel/errors.ts";
import { HOUSEHOLD_KINDS, type HouseholdKind, type OtherRole } from "./household-kinds.ts";
import type { InsuranceLaw } from "./insurer.ts";
import { NUMBER_USES, type NumberUse, ownUse, stageUse } from "./number-use.ts";

/** Laws whose insurers number households in turn; national insurance numbers them by where they live. */
export type DealtLaw = Exclude<InsuranceLaw, "national">;

/** A household of a block. */
export interface HouseholdSlot extends Omit<HouseholdKind, "count"> {
  /** Seat of its head in the block. */
  readonly firstSeat: number;
  /** Which household of the block it is. */
  readonly rank: number;
  /** By use, the place among the numbers its law has in a block; nothing where there is no such number. */
  readonly numberPlaces: readonly (number | undefined)[];
}

/** A household: who belongs to it and where it stands among all. */
export interface Household {
  readonly slot: HouseholdSlot;
  readonly block: number;
  /** Index of the head; the others follow. */
  readonly headIndex: number;
}

/** Whose the numbers of a block are, by law. */
const NUMBERS: Readonly<Record<DealtLaw, { readonly slot: HouseholdSlot; readonly use: NumberUse }[]>> = {
  kyokai: [],
  union: [],
  "mutual-aid": [],
  "late-elderly": [],
};
const SLOTS: readonly HouseholdSlot[] = layOut();
const SLOT_OF_SEAT: readonly HouseholdSlot[] = SLOTS.flatMap((slot) => [slot, ...slot.others.map(() => slot)]);
/** People in a block. */
const BLOCK = SLOT_OF_SEAT.length;

/** The household of a person. */
export function householdOf(index: number): Household {
  const seat = index % BLOCK;
  const slot = SLOT_OF_SEAT[seat];
  ensure(slot !== undefined, `no seat ${seat} in a block`);
  return inBlock(slot, (index - seat) / BLOCK);
}

/** Which of all households it is, counted from 0. */
export function householdOrdinal({ block, slot }: Household): number {
  return block * SLOTS.length + slot.rank;
}

/** The household with an ordinal. */
export function householdAt(ordinal: number): Household {
  const rank = ordinal % SLOTS.length;
  const slot = SLOTS[rank];
  ensure(slot !== undefined, `no household ${ordinal}`);
  return inBlock(slot, (ordinal - rank) / SLOTS.length);
}

/** Households in a population of `size` people; the last block may be cut short. */
export function householdsIn(size: number): number {
  return Math.ceil(size / BLOCK) * SLOTS.length;
}

/** Numbers kept free under a law for `size` people: every stage of every path, whether it comes to it or not. */
export function numbersUnder(law: DealtLaw, size: number): number {
  return Math.ceil(size / BLOCK) * NUMBERS[law].length;
}

/** Which of the numbers of its law a use has, counted from 0. */
export function numberOrdinal(law: DealtLaw, { slot, block }: Household, use: NumberUse): number {
  const place = slot.numberPlaces[use];
  ensure(place !== undefined, `no number under ${law} for this use`);
  return block * NUMBERS[law].length + place;
}

/** Whose number an ordinal is. */
export function numberUseAt(
  law: DealtLaw,
  ordinal: number,
): { readonly household: Household; readonly use: NumberUse } {
  const place = ordinal % NUMBERS[law].length;
  const found = NUMBERS[law][place];
  ensure(found !== undefined, `no number ${ordinal} under ${law}`);
  return { household: inBlock(found.slot, (ordinal - place) / NUMBERS[law].length), use: found.use };
}

/** The law a child's first employer insures under: by the seat, so that numbers can be told apart without a draw (ours). */
export function firstJobLaw(position: number): "kyokai" | "union" {
  return position % 2 === 0 ? "kyokai" : "union";
}

function inBlock(slot: HouseholdSlot, block: number): Household {
  return { slot, block, headIndex: block * BLOCK + slot.firstSeat };
}

function layOut(): readonly HouseholdSlot[] {
  let firstSeat = 0;
  let rank = 0;
  return HOUSEHOLD_KINDS.flatMap(({ count, ...kind }) =>
    Array.from({ length: count }, () => {
      const slot = withNumbers(kind, firstSeat, rank);
      firstSeat += 1 + kind.others.length;
      rank += 1;
      return slot;
    }),
  );
}

/** A slot that takes the next free places in {@link NUMBERS}. */
function withNumbers(kind: Omit<HouseholdKind, "count">, firstSeat: number, rank: number): HouseholdSlot {
  const numberPlaces = Array.from({ length: NUMBER_USES }, (): number | undefined => undefined);
  const slot: HouseholdSlot = { ...kind, firstSeat, rank, numberPlaces };
  const take = (law: DealtLaw, use: NumberUse): void => {
    numberPlaces[use] = NUMBERS[law].push({ slot, use }) - 1;
  };
  for (const [stage, law] of kind.path.entries()) if (law !== "national") take(law, stageUse(stage));
  for (const [position, role] of [undefined, ...kind.others].entries()) {
    const law = ownLaw(kind, role, position);
    if (law !== undefined) take(law, ownUse(position));
  }
  return slot;
}

/** Children get a number of their own with their first job, adults who can reach 75 before the horizon as late-elderly. */
function ownLaw(
  { head }: Pick<HouseholdKind, "head">,
  role: OtherRole | undefined,
  position: number,
): DealtLaw | undefined {
  if (role === "child") return firstJobLaw(position);
  return head === "senior" || head === "elder" ? "late-elderly" : undefined;
}
