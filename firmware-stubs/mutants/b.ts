import type { Mutant } from "../mutant.ts";

/** Mutants of set B. One line a mutant. */
export const bMutants: readonly Mutant[] = [];
