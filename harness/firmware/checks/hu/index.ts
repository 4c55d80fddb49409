import type { FirmwareCheck } from "../../firmware-check.ts";
import { noDigitsInLogs } from "./hu-01-no-digits-in-logs.ts";
import { digitsWiped } from "./hu-02-digits-wiped.ts";
import { screenRests } from "./hu-03-screen-rests.ts";
import { triesLeft } from "./hu-04-tries-left.ts";
import { maskedDigits } from "./hu-05-masked-digits.ts";
import { notOnHostLine } from "./hu-06-not-on-host-line.ts";
import { keysNobodyAskedFor } from "./hu-07-keys-nobody-asked-for.ts";
import { entryOutOfTime } from "./hu-08-entry-out-of-time.ts";

/** Checks of set HU. One line a check. */
export const huChecks: readonly FirmwareCheck[] = [
  noDigitsInLogs,
  digitsWiped,
  screenRests,
  triesLeft,
  maskedDigits,
  notOnHostLine,
  keysNobodyAskedFor,
  entryOutOfTime,
];
