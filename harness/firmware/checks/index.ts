import type { FirmwareCheck } from "../firmware-check.ts";
import { apChecks } from "./ap/index.ts";
import { bChecks } from "./b/index.ts";
import { ccChecks } from "./cc/index.ts";
import { huChecks } from "./hu/index.ts";
import { pcChecks } from "./pc/index.ts";
import { srChecks } from "./sr/index.ts";
import { t1Checks } from "./t1/index.ts";

/** Every check of the test plan, set by set (firmware-validation.md §8). */
export const firmwareChecks: readonly FirmwareCheck[] = [
  ...srChecks,
  ...ccChecks,
  ...t1Checks,
  ...bChecks,
  ...apChecks,
  ...huChecks,
  ...pcChecks,
];
