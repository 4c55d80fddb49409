import type { FirmwareCheck } from "../firmware-check.ts";
import { sequenceNumber } from "./cc/cc-03-sequence-number.ts";
import { badLrc } from "./sr/sr-01-bad-lrc.ts";

/** Every check of the test plan, set by set (firmware-validation.md §8). One line a check. */
export const firmwareChecks: readonly FirmwareCheck[] = [badLrc, sequenceNumber];
