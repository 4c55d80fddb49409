import type { FirmwareCheck } from "../../firmware-check.ts";
import { getResponse } from "./ap-01-get-response.ts";
import { wrongLe } from "./ap-02-wrong-le.ts";
import { case2 } from "./ap-03-case-2.ts";
import { case1 } from "./ap-04-case-1.ts";
import { extendedAnswer } from "./ap-05-extended-answer.ts";
import { twoReads } from "./ap-06-two-reads.ts";
import { noVerifyOfItsOwn } from "./ap-07-no-verify-of-its-own.ts";
import { statusWords } from "./ap-08-status-words.ts";
import { wrongPins } from "./ap-09-wrong-pins.ts";
import { removalUnderWay } from "./ap-10-removal-under-way.ts";
import { powerOnResets } from "./ap-11-power-on-resets.ts";
import { cardSwap } from "./ap-12-card-swap.ts";
import { wrongTs } from "./ap-13-wrong-ts.ts";
import { wrongTck } from "./ap-14-wrong-tck.ts";
import { restOfAnAnswer } from "./ap-15-rest-of-an-answer.ts";

/** Checks of set AP. One line a check. */
export const apChecks: readonly FirmwareCheck[] = [
  getResponse,
  wrongLe,
  case2,
  case1,
  extendedAnswer,
  twoReads,
  noVerifyOfItsOwn,
  statusWords,
  wrongPins,
  removalUnderWay,
  powerOnResets,
  cardSwap,
  wrongTs,
  wrongTck,
  restOfAnAnswer,
];
