import type { FirmwareCheck } from "../../firmware-check.ts";

/** Checks of set HU. One line a check. */
export const huChecks: readonly FirmwareCheck[] = [];
