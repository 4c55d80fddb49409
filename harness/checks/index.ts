import { expiryTold } from "./consent/expiry-told.ts";
import { noMedicalInGrace } from "./consent/no-medical-in-grace.ts";
import { shownOnlyWithinConsent } from "./consent/shown-only-within-consent.ts";
import { confirmedByAnswer } from "./eligibility/confirmed-by-answer.ts";
import { lostNotKept } from "./eligibility/lost-not-kept.ts";
import { newerInsuranceTold } from "./eligibility/newer-insurance-told.ts";
import { nobodyFoundFallsBack } from "./eligibility/nobody-found-falls-back.ts";
import { oldCardByDate } from "./eligibility/old-card-by-date.ts";
import { storedDataKept } from "./eligibility/stored-data-kept.ts";
import { importedOnce } from "./exchange/imported-once.ts";
import { itemsAsReceived } from "./exchange/items-as-received.ts";
import { noticesShown } from "./exchange/notices-shown.ts";
import { otherDayNotToday } from "./exchange/other-day-not-today.ts";
import { requestsWellFormed } from "./exchange/requests-well-formed.ts";
import { resultsTakenAway } from "./exchange/results-taken-away.ts";
import { differenceShown } from "./identity/difference-shown.ts";
import { erasedLeavesNothing } from "./identity/erased-leaves-nothing.ts";
import { rightPatient } from "./identity/right-patient.ts";
import { recheckedAfterRecovery } from "./line/rechecked-after-recovery.ts";
import { requestsBounded } from "./line/requests-bounded.ts";
import { silenceIsNotValid } from "./line/silence-is-not-valid.ts";
import { personalNumberStaysOnCard } from "./privacy/personal-number-stays-on-card.ts";
import { pinAndPhotoStayInside } from "./privacy/pin-and-photo-stay-inside.ts";
import { resultsAreAskedFor } from "./privacy/results-are-asked-for.ts";
import { abandonedIsCleared } from "./reader/abandoned-is-cleared.ts";
import { bootsToIdle } from "./reader/boots-to-idle.ts";
import { cardRemovedBeforeNext } from "./reader/card-removed-before-next.ts";
import { consentScreensByDate } from "./reader/consent-screens-by-date.ts";
import { consentsAsTouched } from "./reader/consents-as-touched.ts";
import { faceAtThreshold } from "./reader/face-at-threshold.ts";
import { faceTriesBounded } from "./reader/face-tries-bounded.ts";
import { failedWayCloses } from "./reader/failed-way-closes.ts";
import { methodChosenAnew } from "./reader/method-chosen-anew.ts";
import { noFaceWithoutLife } from "./reader/no-face-without-life.ts";
import { notMeLeavesNothing } from "./reader/not-me-leaves-nothing.ts";
import { numberFileUntouched } from "./reader/number-file-untouched.ts";
import { oneResultAtMost } from "./reader/one-result-at-most.ts";
import { otherCardTold } from "./reader/other-card-told.ts";
import { outOfServiceShown } from "./reader/out-of-service-shown.ts";
import { pairedReaderWaits } from "./reader/paired-reader-waits.ts";
import { passcodeGuardsVisual } from "./reader/passcode-guards-visual.ts";
import { phoneGuided } from "./reader/phone-guided.ts";
import { registrationTold } from "./reader/registration-told.ts";
import { retriesBounded } from "./reader/retries-bounded.ts";
import { servedAgain } from "./reader/served-again.ts";
import { silenceEnds } from "./reader/silence-ends.ts";
import { slowChipWaitedFor } from "./reader/slow-chip-waited-for.ts";
import { standingFromCentre } from "./reader/standing-from-centre.ts";
import { triesAsCardSays } from "./reader/tries-as-card-says.ts";
import { unfeltCardOpensNothing } from "./reader/unfelt-card-opens-nothing.ts";
import { unusablePinNotOffered } from "./reader/unusable-pin-not-offered.ts";

/** Checks by group. One line a check. */
export const checks = [
  importedOnce,
  itemsAsReceived,
  noticesShown,
  otherDayNotToday,
  requestsWellFormed,
  resultsTakenAway,
  differenceShown,
  erasedLeavesNothing,
  rightPatient,
  confirmedByAnswer,
  lostNotKept,
  newerInsuranceTold,
  nobodyFoundFallsBack,
  oldCardByDate,
  storedDataKept,
  expiryTold,
  noMedicalInGrace,
  shownOnlyWithinConsent,
  recheckedAfterRecovery,
  requestsBounded,
  silenceIsNotValid,
  personalNumberStaysOnCard,
  pinAndPhotoStayInside,
  resultsAreAskedFor,
  abandonedIsCleared,
  bootsToIdle,
  cardRemovedBeforeNext,
  consentScreensByDate,
  consentsAsTouched,
  faceAtThreshold,
  faceTriesBounded,
  failedWayCloses,
  methodChosenAnew,
  noFaceWithoutLife,
  notMeLeavesNothing,
  numberFileUntouched,
  oneResultAtMost,
  otherCardTold,
  outOfServiceShown,
  pairedReaderWaits,
  passcodeGuardsVisual,
  phoneGuided,
  registrationTold,
  retriesBounded,
  servedAgain,
  silenceEnds,
  slowChipWaitedFor,
  standingFromCentre,
  triesAsCardSays,
  unfeltCardOpensNothing,
  unusablePinNotOffered,
] as const;

/** Id of a check. */
export type CheckId = (typeof checks)[number]["id"];
