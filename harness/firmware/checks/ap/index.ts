import type { FirmwareCheck } from "../../firmware-check.ts";

/** Checks of set AP. One line a check. */
export const apChecks: readonly FirmwareCheck[] = [];
