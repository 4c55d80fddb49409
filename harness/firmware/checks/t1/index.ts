import type { FirmwareCheck } from "../../firmware-check.ts";

/** Checks of set T1. One line a check. */
export const t1Checks: readonly FirmwareCheck[] = [];
