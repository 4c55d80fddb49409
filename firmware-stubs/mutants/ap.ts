import type { Mutant } from "../mutant.ts";
import { fifthByte } from "./m-ap-04-fifth-byte.ts";
import { offsetLowByte } from "./m-ap-06-offset-low-byte.ts";
import { triesNotTold } from "./m-ap-09-tries-not-told.ts";
import { verifyAgain } from "./m-ap-09b-verify-again.ts";
import { sessionOutlivesCard } from "./m-ap-12-session-outlives-card.ts";
import { anyTs } from "./m-ap-13-any-ts.ts";
import { anyTck } from "./m-ap-14-any-tck.ts";
import { restOutlivesCard } from "./m-ap-15-rest-outlives-card.ts";
import { case2WithoutLe } from "./x28-case-2-without-le.ts";
import { moreDataNotFollowed } from "./x37a-61-not-followed.ts";
import { moreDataFollowedOnce } from "./x37b-61-followed-once.ts";
import { lastPieceAlone } from "./x37c-last-piece-alone.ts";
import { wrongLeNotRepeated } from "./x38a-6c-not-repeated.ts";
import { leZeroLeftOut } from "./x38b-le-00-left-out.ts";
import { answerCutAt256 } from "./x39-answer-cut-at-256.ts";
import { asksCounter } from "./x41-asks-counter.ts";
import { blockedToldAsWrong } from "./x43a-blocked-told-as-wrong.ts";
import { oneWordForBlocked } from "./x43b-one-word-for-blocked.ts";
import { oldDataAfterRemoval } from "./x45-old-data-after-removal.ts";
import { noReset } from "./x46-no-reset.ts";

/** Mutants of set AP. One line a mutant. */
export const apMutants: readonly Mutant[] = [
  moreDataNotFollowed,
  moreDataFollowedOnce,
  lastPieceAlone,
  wrongLeNotRepeated,
  leZeroLeftOut,
  case2WithoutLe,
  fifthByte,
  answerCutAt256,
  offsetLowByte,
  asksCounter,
  blockedToldAsWrong,
  oneWordForBlocked,
  triesNotTold,
  verifyAgain,
  oldDataAfterRemoval,
  noReset,
  sessionOutlivesCard,
  anyTs,
  anyTck,
  restOutlivesCard,
];
