import { f01 } from "./f01-card-misplaced.ts";
import { f02 } from "./f02-other-card.ts";
import { f03 } from "./f03-card-torn-away.ts";
import { f04 } from "./f04-chip-mute.ts";
import { f05 } from "./f05-photo-unreadable.ts";
import { f06 } from "./f06-intermittent-field.ts";
import { f07 } from "./f07-slow-chip.ts";
import { f08 } from "./f08-wrong-pin.ts";
import { f09 } from "./f09-pin-locked.ts";
import { f10 } from "./f10-face-only-card.ts";

/** Firmware scenarios in the order of requirements.md §10.2: the reader is under test. One line a scenario. */
export const firmwareScenarios = [f01, f02, f03, f04, f05, f06, f07, f08, f09, f10] as const;
