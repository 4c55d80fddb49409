import type { FirmwareCheck } from "../../firmware-check.ts";

/** Checks of set PC. One line a check. */
export const pcChecks: readonly FirmwareCheck[] = [];
