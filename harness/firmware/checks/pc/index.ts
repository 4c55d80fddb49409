import type { FirmwareCheck } from "../../firmware-check.ts";
import { wellFormedAtr } from "./pc-01-atr.ts";
import { selectAnswers } from "./pc-02-select.ts";
import { read256 } from "./pc-03-read-256.ts";
import { wholeCertificate } from "./pc-04-whole-certificate.ts";
import { identity } from "./pc-05-identity.ts";
import { resetForgets } from "./pc-06-reset.ts";
import { oddLengths } from "./pc-07-odd-lengths.ts";
import { extendedLength } from "./pc-08-extended-length.ts";

/** Checks of set PC. One line a check. */
export const pcChecks: readonly FirmwareCheck[] = [
  wellFormedAtr,
  selectAnswers,
  read256,
  wholeCertificate,
  identity,
  resetForgets,
  oddLengths,
  extendedLength,
];
