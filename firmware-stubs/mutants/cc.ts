import type { Mutant } from "../mutant.ts";
import { sequenceAfterWrap } from "./x06-sequence-after-wrap.ts";

/** Mutants of set CC. One line a mutant. */
export const ccMutants: readonly Mutant[] = [sequenceAfterWrap];
