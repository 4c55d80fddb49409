import type { FirmwareCheck } from "../../firmware-check.ts";
import { sequenceNumber } from "./cc-03-sequence-number.ts";

/** Checks of set CC. One line a check. */
export const ccChecks: readonly FirmwareCheck[] = [sequenceNumber];
