import type { Mutant } from "../mutant.ts";
import { unknownTypeAsSuccess } from "./m-cc-08-unknown-type-as-success.ts";
import { missingSlotIsFirst } from "./m-cc-09-missing-slot-is-first.ts";
import { lengthNotChecked } from "./m-cc-10-length-not-checked.ts";
import { cancelAsFailure } from "./m-cc-16-cancel-as-failure.ts";
import { timeoutAsCancel } from "./m-cc-17-timeout-as-cancel.ts";
import { anyRate } from "./m-cc-19-any-rate.ts";
import { busyAsMute } from "./m-cc-21-busy-as-mute.ts";
import { reservedBytesRead } from "./m-cc-22-reserved-bytes-read.ts";
import { abortAloneFails } from "./m-cc-23-abort-alone-fails.ts";
import { parametersNotKept } from "./m-cc-24-parameters-not-kept.ts";
import { offToldAsActive } from "./m-cc-25-off-told-as-active.ts";
import { parametersNotReset } from "./m-cc-26-parameters-not-reset.ts";
import { noExtensionPeriod } from "./m-cc-27-no-extension-period.ts";
import { firmwareTextRefused } from "./m-cc-28-firmware-text-refused.ts";
import { sequenceAfterWrap } from "./x06-sequence-after-wrap.ts";
import { extensionNewSequence } from "./x07a-extension-new-sequence.ts";
import { extensionAsAnswer } from "./x07b-extension-as-answer.ts";
import { multiplierForEver } from "./x08-multiplier-for-ever.ts";
import { muteAsSuccess } from "./x09-mute-as-success.ts";
import { absentToldAsActive } from "./x10-absent-told-as-active.ts";
import { movementLost } from "./x11a-movement-lost.ts";
import { movementDoubled } from "./x11b-movement-doubled.ts";
import { powerEventAsMovement } from "./x12-power-event-as-movement.ts";
import { moreNotAskedFor } from "./x13a-more-not-asked-for.ts";
import { partRepeated } from "./x13b-part-repeated.ts";
import { wrongLevel } from "./x14a-wrong-level.ts";
import { pinChangePromised } from "./x14b-pin-change-promised.ts";
import { rateNotPossible } from "./x15-rate-not-possible.ts";
import { emptyPacketBehind } from "./x16-empty-packet-behind.ts";
import { slowSlotStatus } from "./x17-slow-slot-status.ts";
import { abortIgnored } from "./x18a-abort-ignored.ts";
import { abortWrongSequence } from "./x18b-abort-wrong-sequence.ts";
import { highestVoltageFirst } from "./x47-highest-voltage-first.ts";
import { slotOfLastCommand } from "./x48-slot-of-last-command.ts";

/** Mutants of set CC. One line a mutant. */
export const ccMutants: readonly Mutant[] = [
  sequenceAfterWrap,
  extensionNewSequence,
  extensionAsAnswer,
  multiplierForEver,
  muteAsSuccess,
  absentToldAsActive,
  movementLost,
  movementDoubled,
  powerEventAsMovement,
  moreNotAskedFor,
  partRepeated,
  wrongLevel,
  pinChangePromised,
  rateNotPossible,
  emptyPacketBehind,
  slowSlotStatus,
  abortIgnored,
  abortWrongSequence,
  highestVoltageFirst,
  slotOfLastCommand,
  unknownTypeAsSuccess,
  missingSlotIsFirst,
  lengthNotChecked,
  cancelAsFailure,
  timeoutAsCancel,
  anyRate,
  busyAsMute,
  reservedBytesRead,
  abortAloneFails,
  parametersNotKept,
  offToldAsActive,
  parametersNotReset,
  noExtensionPeriod,
  firmwareTextRefused,
];
