import type { Mutant } from "../mutant.ts";
import { apMutants } from "./ap.ts";
import { bMutants } from "./b.ts";
import { ccMutants } from "./cc.ts";
import { huMutants } from "./hu.ts";
import { srMutants } from "./sr.ts";
import { t1Mutants } from "./t1.ts";

/** Every mutant, set by set: firmware with one deliberate slip, and the check that must catch it. */
export const mutants: readonly Mutant[] = [
  ...srMutants,
  ...ccMutants,
  ...t1Mutants,
  ...bMutants,
  ...apMutants,
  ...huMutants,
];
