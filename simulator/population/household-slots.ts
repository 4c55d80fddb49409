import { HOUSEHOLD_KINDS, type HouseholdKind, LATE_BORN, type OtherRole } from "./household-kinds.ts";
import type { InsuranceLaw } from "./insurer.ts";
import { NUMBER_USES, type NumberUse, ownUse, stageUse } from "./number-use.ts";

/** Laws whose insurers number households in turn; national insurance numbers them by where they live. */
export type DealtLaw = Exclude<InsuranceLaw, "national">;

/** A household of a block. */
export interface HouseholdSlot extends Omit<HouseholdKind, "count"> {
  /** Seat of its head in the block; the others follow, but for who is born late. */
  readonly firstSeat: number;
  /** How many of it have seats there. */
  readonly seats: number;
  /** Which of the late-born of a block is its own; undefined where it has none. */
  readonly lateSeat: number | undefined;
  /** Which household of the block it is. */
  readonly rank: number;
  /** By use, the place among the numbers its law has in a block; nothing where there is no such number. */
  readonly numberPlaces: readonly (number | undefined)[];
}

/** Whose the numbers of a block are, by law. */
export const NUMBERS: Readonly<Record<DealtLaw, { readonly slot: HouseholdSlot; readonly use: NumberUse }[]>> = {
  kyokai: [],
  union: [],
  "mutual-aid": [],
  "late-elderly": [],
};
/** The households of a block. */
export const SLOTS: readonly HouseholdSlot[] = layOut();
/** Whose the seats of a block are. */
export const SLOT_OF_SEAT: readonly HouseholdSlot[] = SLOTS.flatMap((slot) =>
  Array.from({ length: slot.seats }, () => slot),
);
/** Whose the late-born of a block are. */
export const SLOT_OF_LATE_SEAT: readonly HouseholdSlot[] = SLOTS.filter(({ lateSeat }) => lateSeat !== undefined);

/** The law a child's first employer insures under: by the seat, so that numbers can be told apart without a draw (ours). */
export function firstJobLaw(position: number): "kyokai" | "union" {
  return position % 2 === 0 ? "kyokai" : "union";
}

function layOut(): readonly HouseholdSlot[] {
  let [firstSeat, rank, late] = [0, 0, 0];
  return HOUSEHOLD_KINDS.flatMap(({ count, ...kind }) =>
    Array.from({ length: count }, () => {
      const seats = 1 + kind.others.filter((role) => role !== LATE_BORN).length;
      const lateSeat = kind.others.includes(LATE_BORN) ? late++ : undefined;
      const slot = withNumbers(kind, { firstSeat, seats, lateSeat, rank });
      firstSeat += seats;
      rank += 1;
      return slot;
    }),
  );
}

/** A slot that takes the next free places in {@link NUMBERS}. */
function withNumbers(
  kind: Omit<HouseholdKind, "count">,
  place: Pick<HouseholdSlot, "firstSeat" | "seats" | "lateSeat" | "rank">,
): HouseholdSlot {
  const numberPlaces = Array.from({ length: NUMBER_USES }, (): number | undefined => undefined);
  const slot: HouseholdSlot = { ...kind, ...place, numberPlaces };
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

/**
 * Children get a number of their own with their first job, adults who can reach 75 before the horizon as late-elderly. Who is
 * born late is a child on all the days that are computed.
 */
function ownLaw(
  { head }: Pick<HouseholdKind, "head">,
  role: OtherRole | undefined,
  position: number,
): DealtLaw | undefined {
  if (role === LATE_BORN) return undefined;
  if (role === "child") return firstJobLaw(position);
  return head === "young" ? undefined : "late-elderly";
}
