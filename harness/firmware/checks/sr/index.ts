import type { FirmwareCheck } from "../../firmware-check.ts";
import { badLrc } from "./sr-01-bad-lrc.ts";

/** Checks of set SR. One line a check. */
export const srChecks: readonly FirmwareCheck[] = [badLrc];
