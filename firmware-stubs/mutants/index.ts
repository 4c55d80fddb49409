import type { Mutant } from "../mutant.ts";
import { lrcNotChecked } from "./x03-lrc-not-checked.ts";
import { sequenceAfterWrap } from "./x06-sequence-after-wrap.ts";

/** Every mutant, in the order of firmware-validation.md §9; M numbers behind them. One line a mutant. */
export const mutants: readonly Mutant[] = [lrcNotChecked, sequenceAfterWrap];
