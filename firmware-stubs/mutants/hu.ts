import type { Mutant } from "../mutant.ts";
import { notWipedAfterUse } from "./m-hu-02-not-wiped-after-use.ts";
import { promptStays } from "./m-hu-03-prompt-stays.ts";
import { digitsShown } from "./m-hu-05-digits-shown.ts";
import { lastDigitShown } from "./m-hu-05b-last-digit-shown.ts";
import { digitsToHost } from "./m-hu-06-digits-to-host.ts";
import { keysTakenEarly } from "./m-hu-07-keys-taken-early.ts";
import { keptAfterTimeOut } from "./m-hu-08-kept-after-time-out.ts";
import { pinKeptAfterRemoval } from "./x40-pin-kept-after-removal.ts";
import { ownCounter } from "./x42a-own-counter.ts";
import { triesOfCardBefore } from "./x42b-tries-of-card-before.ts";
import { pinInLog } from "./x44a-pin-in-log.ts";
import { verifyTraced } from "./x44b-verify-traced.ts";

/** Mutants of set HU. One line a mutant. */
export const huMutants: readonly Mutant[] = [
  pinInLog,
  verifyTraced,
  pinKeptAfterRemoval,
  notWipedAfterUse,
  promptStays,
  ownCounter,
  triesOfCardBefore,
  digitsShown,
  lastDigitShown,
  digitsToHost,
  keysTakenEarly,
  keptAfterTimeOut,
];
