import type { Mutant } from "../mutant.ts";
import { lrcNotChecked } from "./x03-lrc-not-checked.ts";

/** Mutants of set SR. One line a mutant. */
export const srMutants: readonly Mutant[] = [lrcNotChecked];
