import type { FirmwareCheck } from "../../firmware-check.ts";
import { nothingBehind } from "./cc-01-nothing-behind.ts";
import { slotStatusInTime } from "./cc-02-slot-status-in-time.ts";
import { sequenceNumber } from "./cc-03-sequence-number.ts";
import { voltage } from "./cc-04-voltage.ts";
import { absentCard } from "./cc-05-absent-card.ts";
import { slotOfAnswers } from "./cc-06-slot-of-answers.ts";
import { muteCard } from "./cc-07-mute-card.ts";
import { unknownType } from "./cc-08-unknown-type.ts";
import { missingSlot } from "./cc-09-missing-slot.ts";
import { wrongLength } from "./cc-10-wrong-length.ts";
import { timeExtension } from "./cc-11-time-extension.ts";
import { multiplierRestored } from "./cc-12-multiplier-restored.ts";
import { abort } from "./cc-13-abort.ts";
import { movementOnce } from "./cc-14-movement-once.ts";
import { noFalseMovement } from "./cc-15-no-false-movement.ts";
import { pinCancelled } from "./cc-16-pin-cancelled.ts";
import { pinTimeout } from "./cc-17-pin-timeout.ts";
import { descriptor } from "./cc-18-descriptor.ts";
import { dataRates } from "./cc-19-data-rates.ts";
import { chaining } from "./cc-20-chaining.ts";
import { busySlot } from "./cc-21-busy-slot.ts";
import { reservedBytes } from "./cc-22-reserved-bytes.ts";
import { abortAlone } from "./cc-23-abort-alone.ts";
import { parameters } from "./cc-24-parameters.ts";
import { cardStates } from "./cc-25-card-states.ts";
import { resetParameters } from "./cc-26-reset-parameters.ts";
import { longWork } from "./cc-27-long-work.ts";
import { firmwareText } from "./cc-28-firmware-text.ts";

/** Checks of set CC. One line a check. */
export const ccChecks: readonly FirmwareCheck[] = [
  nothingBehind,
  slotStatusInTime,
  sequenceNumber,
  voltage,
  absentCard,
  slotOfAnswers,
  muteCard,
  unknownType,
  missingSlot,
  wrongLength,
  timeExtension,
  multiplierRestored,
  abort,
  movementOnce,
  noFalseMovement,
  pinCancelled,
  pinTimeout,
  descriptor,
  dataRates,
  chaining,
  busySlot,
  reservedBytes,
  abortAlone,
  parameters,
  cardStates,
  resetParameters,
  longWork,
  firmwareText,
];
