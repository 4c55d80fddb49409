import type { FirmwareCheck } from "../../firmware-check.ts";
import { badLrc } from "./sr-01-bad-lrc.ts";
import { nakSameFrame } from "./sr-02-nak-same-frame.ts";
import { nakLimit } from "./sr-03-nak-limit.ts";
import { splitFrames } from "./sr-04-split-frames.ts";
import { garbageDropped } from "./sr-05-garbage-dropped.ts";
import { lengthRefused } from "./sr-06-length-refused.ts";
import { gap } from "./sr-07-gap.ts";
import { twoFrames } from "./sr-08-two-frames.ts";
import { movementBetweenFrames } from "./sr-09-movement-between-frames.ts";
import { echo } from "./sr-10-echo.ts";
import { synchronousNotices } from "./sr-11-synchronous-notices.ts";
import { noWaitBytes } from "./sr-12-no-wait-bytes.ts";

/** Checks of set SR. One line a check. */
export const srChecks: readonly FirmwareCheck[] = [
  badLrc,
  nakSameFrame,
  nakLimit,
  splitFrames,
  garbageDropped,
  lengthRefused,
  gap,
  twoFrames,
  movementBetweenFrames,
  echo,
  synchronousNotices,
  noWaitBytes,
];
