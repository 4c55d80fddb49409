import type { Mutant } from "../mutant.ts";

/** Mutants of set T1. One line a mutant. */
export const t1Mutants: readonly Mutant[] = [];
