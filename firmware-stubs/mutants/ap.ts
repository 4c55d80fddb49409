import type { Mutant } from "../mutant.ts";

/** Mutants of set AP. One line a mutant. */
export const apMutants: readonly Mutant[] = [];
