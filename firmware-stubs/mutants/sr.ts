import type { Mutant } from "../mutant.ts";
import { endlessResends } from "./m-sr-03-endless-resends.ts";
import { headerInOneRead } from "./m-sr-04-header-in-one-read.ts";
import { nakForGarbage } from "./m-sr-05-nak-for-garbage.ts";
import { noGapTimer } from "./m-sr-07-no-gap-timer.ts";
import { oneFrameARead } from "./m-sr-08-one-frame-a-read.ts";
import { noticeAfterAnswer } from "./m-sr-11-notice-after-answer.ts";
import { noticeUnasked } from "./m-sr-11b-notice-unasked.ts";
import { waitBytesAtT1 } from "./m-sr-12-wait-bytes-at-t1.ts";
import { echoMissing } from "./x01a-echo-missing.ts";
import { echoTwice } from "./x01b-echo-twice.ts";
import { movementInsideFrame } from "./x02-movement-inside-frame.ts";
import { lrcNotChecked } from "./x03-lrc-not-checked.ts";
import { nakNewSequence } from "./x04-nak-new-sequence.ts";
import { lengthTrusted } from "./x05-length-trusted.ts";

/** Mutants of set SR. One line a mutant. */
export const srMutants: readonly Mutant[] = [
  echoMissing,
  echoTwice,
  movementInsideFrame,
  lrcNotChecked,
  nakNewSequence,
  lengthTrusted,
  endlessResends,
  headerInOneRead,
  nakForGarbage,
  noGapTimer,
  oneFrameARead,
  noticeAfterAnswer,
  noticeUnasked,
  waitBytesAtT1,
];
