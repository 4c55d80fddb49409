import type { FirmwareCheck } from "../../firmware-check.ts";
import { powerUpAndCollision } from "./b-01-power-up-and-collision.ts";
import { weakCard } from "./b-02-weak-card.ts";
import { threeBadAnswers } from "./b-03-three-bad-answers.ts";
import { waitingTime } from "./b-04-waiting-time.ts";
import { waitingChain } from "./b-05-waiting-chain.ts";
import { haltedCard } from "./b-06-halted-card.ts";
import { removalInABlock } from "./b-07-removal-in-a-block.ts";
import { missedPoll } from "./b-08-missed-poll.ts";
import { promptRemoval } from "./b-09-prompt-removal.ts";
import { atr } from "./b-10-atr.ts";
import { longestWaitingTime } from "./b-11-longest-waiting-time.ts";
import { frameSizeAndField } from "./b-12-frame-size-and-field.ts";

/** Checks of set B. One line a check. */
export const bChecks: readonly FirmwareCheck[] = [
  powerUpAndCollision,
  weakCard,
  threeBadAnswers,
  waitingTime,
  waitingChain,
  haltedCard,
  removalInABlock,
  missedPoll,
  promptRemoval,
  atr,
  longestWaitingTime,
  frameSizeAndField,
];
