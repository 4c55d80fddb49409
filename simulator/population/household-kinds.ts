import type { InsuranceLaw } from "./insurer.ts";

/** What the head of a household is; decides the range of ages. */
export type HeadRole = "young" | "worker" | "parent" | "senior" | "elder";
/** What the others are to the head. */
export type OtherRole = "spouse" | "child" | typeof LATE_BORN;
/** A child or grandchild of the head born from October 2035 on, when the children of the table are all there. */
export const LATE_BORN = "late-born";

/** A kind of household and how many of it there are. */
export interface HouseholdKind {
  /**
   * Laws the household is insured under, one after another; most never leave the first. Two of 国保 never follow each other:
   * moving is an event of its own.
   */
  readonly path: readonly InsuranceLaw[];
  readonly head: HeadRole;
  readonly others: readonly OtherRole[];
  /** Households of this kind in a block of people. */
  readonly count: number;
}

const ALONE = [] as const;
const COUPLE = ["spouse"] as const;
const COUPLE_AND_LATER = ["spouse", LATE_BORN] as const;
const FAMILY = ["spouse", "child", "child"] as const;
const ONE_CHILD_AND_LATER = ["spouse", "child", LATE_BORN] as const;
const SINGLE_PARENT = ["child"] as const;

/**
 * A hundred people, block after block: households that share insurer, symbol and number. Shares after the real ones
 * (協会 32, 組合 23, 共済 8, 国保 21, 後期 16 of a hundred living; a tenth younger than 15, a sixth 75 or older); the mix and
 * the paths are ours. Heads of employers' households with others reach 75 in October 2035 at the earliest. Who is born late has
 * no seat among the hundred ({@link file://./household.ts}). Elders are insured alone, as the law has it; their path is what they had before.
 */
export const HOUSEHOLD_KINDS: readonly HouseholdKind[] = [
  { path: ["kyokai", "kyokai", "national"], head: "worker", others: ALONE, count: 4 },
  { path: ["kyokai", "national", "kyokai"], head: "worker", others: ALONE, count: 1 },
  { path: ["kyokai", "national", "kyokai"], head: "young", others: ALONE, count: 2 },
  { path: ["kyokai", "union", "kyokai"], head: "worker", others: COUPLE_AND_LATER, count: 2 },
  { path: ["kyokai", "national", "kyokai"], head: "worker", others: COUPLE_AND_LATER, count: 1 },
  { path: ["kyokai", "union", "kyokai"], head: "parent", others: FAMILY, count: 2 },
  { path: ["kyokai", "national", "union"], head: "parent", others: FAMILY, count: 1 },
  { path: ["kyokai", "kyokai", "union"], head: "parent", others: ONE_CHILD_AND_LATER, count: 1 },
  { path: ["kyokai", "national", "kyokai"], head: "parent", others: SINGLE_PARENT, count: 1 },
  { path: ["kyokai", "national"], head: "senior", others: ALONE, count: 1 },
  { path: ["union", "kyokai", "union"], head: "worker", others: ALONE, count: 4 },
  { path: ["union", "national", "kyokai"], head: "young", others: ALONE, count: 2 },
  { path: ["union", "kyokai", "union"], head: "worker", others: COUPLE_AND_LATER, count: 2 },
  { path: ["union", "kyokai", "union"], head: "parent", others: FAMILY, count: 2 },
  { path: ["union", "union", "kyokai"], head: "parent", others: ONE_CHILD_AND_LATER, count: 1 },
  { path: ["union", "national"], head: "senior", others: ALONE, count: 1 },
  { path: ["mutual-aid", "kyokai", "mutual-aid"], head: "worker", others: ALONE, count: 3 },
  { path: ["mutual-aid", "kyokai"], head: "parent", others: FAMILY, count: 1 },
  { path: ["national"], head: "senior", others: COUPLE, count: 3 },
  { path: ["national"], head: "senior", others: ALONE, count: 3 },
  { path: ["national", "kyokai", "national"], head: "worker", others: ALONE, count: 3 },
  { path: ["national", "union", "kyokai"], head: "worker", others: ALONE, count: 2 },
  { path: ["national"], head: "parent", others: FAMILY, count: 1 },
  { path: ["national", "kyokai", "national"], head: "worker", others: COUPLE_AND_LATER, count: 1 },
  { path: ["national"], head: "elder", others: ALONE, count: 20 },
];
