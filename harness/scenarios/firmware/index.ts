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
import { f11 } from "./f11-face-at-threshold.ts";
import { f12 } from "./f12-face-tries-used-up.ts";
import { f13 } from "./f13-card-without-photo.ts";
import { f14 } from "./f14-photo-damaged.ts";
import { f15 } from "./f15-two-cards.ts";
import { f16 } from "./f16-visual-passcode.ts";
import { f17 } from "./f17-certificate-states.ts";
import { f18 } from "./f18-consent-screens-by-date.ts";
import { f19 } from "./f19-registration-messages.ts";
import { f20 } from "./f20-link-cut.ts";
import { f21 } from "./f21-terminal-not-ready.ts";
import { f22 } from "./f22-power-cut.ts";
import { f23 } from "./f23-patient-walks-away.ts";
import { f24 } from "./f24-card-left-behind.ts";
import { f25 } from "./f25-name-for-self-check.ts";
import { f26 } from "./f26-smartphone.ts";
import { f27 } from "./f27-two-kinds-of-reader.ts";
import { f28 } from "./f28-wrong-clock.ts";
import { f29 } from "./f29-number-file-untouched.ts";
import { f30 } from "./f30-consent-matrix.ts";

/** Firmware scenarios in the order of requirements.md §10.2: the reader is under test. One line a scenario. */
export const firmwareScenarios = [
  f01,
  f02,
  f03,
  f04,
  f05,
  f06,
  f07,
  f08,
  f09,
  f10,
  f11,
  f12,
  f13,
  f14,
  f15,
  f16,
  f17,
  f18,
  f19,
  f20,
  f21,
  f22,
  f23,
  f24,
  f25,
  f26,
  f27,
  f28,
  f29,
  f30,
] as const;
