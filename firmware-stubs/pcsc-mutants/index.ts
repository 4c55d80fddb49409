import type { PcscMutant } from "../mutant.ts";
import { badTck } from "./m-pc-01-bad-tck.ts";
import { shortAtr } from "./m-pc-01b-short-atr.ts";
import { notFoundAs6f00 } from "./m-pc-02-not-found-as-6f00.ts";
import { le00Lost } from "./m-pc-03-le-00-lost.ts";
import { cutAt255 } from "./m-pc-03b-cut-at-255.ts";
import { zerosBehind256 } from "./m-pc-04-zeros-behind-256.ts";
import { emptyIdentity } from "./m-pc-05-empty-identity.ts";
import { resetInNameOnly } from "./m-pc-06-reset-in-name-only.ts";
import { fifthByte } from "./m-pc-07-fifth-byte.ts";
import { lengthCorrected } from "./m-pc-07b-length-corrected.ts";
import { noExtendedLength } from "./m-pc-08-no-extended-length.ts";

/** Mutants of set PC: a reader with one deliberate slip in what PC/SC shows of it. One line a mutant. */
export const pcscMutants: readonly PcscMutant[] = [
  badTck,
  shortAtr,
  notFoundAs6f00,
  le00Lost,
  cutAt255,
  zerosBehind256,
  emptyIdentity,
  resetInNameOnly,
  fifthByte,
  lengthCorrected,
  noExtendedLength,
];
