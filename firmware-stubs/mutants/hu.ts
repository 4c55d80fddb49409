import type { Mutant } from "../mutant.ts";

/** Mutants of set HU. One line a mutant. */
export const huMutants: readonly Mutant[] = [];
