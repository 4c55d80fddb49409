import type { FirmwareCheck } from "../../firmware-check.ts";

/** Checks of set B. One line a check. */
export const bChecks: readonly FirmwareCheck[] = [];
