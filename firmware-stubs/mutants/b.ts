import type { Mutant } from "../mutant.ts";
import { firstOfTwo } from "./m-b-01-first-of-two.ts";
import { noDeselect } from "./m-b-03-no-deselect.ts";
import { retriesWithoutEnd } from "./m-b-03b-retries-without-end.ts";
import { waitNotMultiplied } from "./m-b-04-wait-not-multiplied.ts";
import { oneExtension } from "./m-b-05-one-extension.ts";
import { partOfAnAnswer } from "./m-b-07-part-of-an-answer.ts";
import { cappedWaitingTime } from "./m-b-11-capped-waiting-time.ts";
import { framesOf256 } from "./m-b-12-frames-of-256.ts";
import { wtxNotAnswered } from "./x29a-wtx-not-answered.ts";
import { anyWtxFactor } from "./x29b-any-wtx-factor.ts";
import { crcErrorIsRemoval } from "./x30-crc-error-is-removal.ts";
import { blindToHalt } from "./x31-blind-to-halt.ts";
import { presenceByRequest } from "./x32-presence-by-request.ts";
import { oneMissedPoll } from "./x33-one-missed-poll.ts";
import { ghostAtr } from "./x34a-ghost-atr.ts";
import { paddedAtr } from "./x34b-padded-atr.ts";
import { removalAfterRfTimeout } from "./x35-removal-after-rf-timeout.ts";
import { oneTryToActivate } from "./x36-one-try-to-activate.ts";

/** Mutants of set B. One line a mutant. */
export const bMutants: readonly Mutant[] = [
  wtxNotAnswered,
  anyWtxFactor,
  crcErrorIsRemoval,
  blindToHalt,
  presenceByRequest,
  oneMissedPoll,
  ghostAtr,
  paddedAtr,
  removalAfterRfTimeout,
  oneTryToActivate,
  firstOfTwo,
  noDeselect,
  retriesWithoutEnd,
  waitNotMultiplied,
  oneExtension,
  partOfAnAnswer,
  cappedWaitingTime,
  framesOf256,
];
