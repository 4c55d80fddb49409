import type { FirmwareCheck } from "../../firmware-check.ts";
import { numbers } from "./t1-01-numbers.ts";
import { ifsRequest } from "./t1-02-ifs-request.ts";
import { ifsOfTheCard } from "./t1-03-ifs-of-the-card.ts";
import { ifsRefused } from "./t1-04-ifs-refused.ts";
import { awaitedNumber } from "./t1-05-awaited-number.ts";
import { wrongNumber } from "./t1-06-wrong-number.ts";
import { badEdc } from "./t1-07-bad-edc.ts";
import { illegalBlocks } from "./t1-08-illegal-blocks.ts";
import { damageInAChain } from "./t1-09-damage-in-a-chain.ts";
import { chainInSmallBlocks } from "./t1-10-chain-in-small-blocks.ts";
import { blockSize } from "./t1-11-block-size.ts";
import { chainOfTheCard } from "./t1-12-chain-of-the-card.ts";
import { timeGranted } from "./t1-13-time-granted.ts";
import { timeMultiplied } from "./t1-14-time-multiplied.ts";
import { timeForOneBlock } from "./t1-15-time-for-one-block.ts";
import { timeAtPinEntry } from "./t1-16-time-at-pin-entry.ts";
import { grantsAreNoTries } from "./t1-17-grants-are-no-tries.ts";
import { everyMultiplier } from "./t1-18-every-multiplier.ts";
import { abort } from "./t1-19-abort.ts";
import { resynch } from "./t1-20-resynch.ts";
import { triesEnd } from "./t1-21-tries-end.ts";
import { sameBlockAgain } from "./t1-22-same-block-again.ts";
import { firstBlock } from "./t1-23-first-block.ts";
import { deadSession } from "./t1-24-dead-session.ts";
import { resynchInTheAnswer } from "./t1-25-resynch-in-the-answer.ts";
import { lostSResponse } from "./t1-26-lost-s-response.ts";

/** Checks of set T1. One line a check. */
export const t1Checks: readonly FirmwareCheck[] = [
  numbers,
  ifsRequest,
  ifsOfTheCard,
  ifsRefused,
  awaitedNumber,
  wrongNumber,
  badEdc,
  illegalBlocks,
  damageInAChain,
  chainInSmallBlocks,
  blockSize,
  chainOfTheCard,
  timeGranted,
  timeMultiplied,
  timeForOneBlock,
  timeAtPinEntry,
  grantsAreNoTries,
  everyMultiplier,
  abort,
  resynch,
  triesEnd,
  sameBlockAgain,
  firstBlock,
  deadSession,
  resynchInTheAnswer,
  lostSResponse,
];
