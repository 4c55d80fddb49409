import { billedWithTicket } from "./aid/billed-with-ticket.ts";
import { endedNotBilled } from "./aid/ended-not-billed.ts";
import { insuranceUntouched } from "./aid/insurance-untouched.ts";
import { missingInsurerTold } from "./aid/missing-insurer-told.ts";
import { notBilledWithoutTicket } from "./aid/not-billed-without-ticket.ts";
import { provisionalByPhone } from "./aid/provisional-by-phone.ts";
import { pullIsolated } from "./aid/pull-isolated.ts";
import { pulledLater } from "./aid/pulled-later.ts";
import { ticketAsReceived } from "./aid/ticket-as-received.ts";
import { contradictionStopsCap } from "./charge/contradiction-stops-cap.ts";
import { shareAsOwed } from "./charge/share-as-owed.ts";
import { basisByRule } from "./claims/basis-by-rule.ts";
import { claimExpensesInOrder } from "./claims/expenses-in-order.ts";
import { notFoundFollowedUp } from "./claims/not-found-followed-up.ts";
import { noticesWorkedIn } from "./claims/notices-worked-in.ts";
import { recordAsTold } from "./claims/record-as-told.ts";
import { unknownFilled } from "./claims/unknown-filled.ts";
import { afarByConsent } from "./consent/afar-by-consent.ts";
import { benefitsAsAnswered } from "./consent/benefits-as-answered.ts";
import { expiryTold } from "./consent/expiry-told.ts";
import { givenIsShown } from "./consent/given-is-shown.ts";
import { noMedicalInGrace } from "./consent/no-medical-in-grace.ts";
import { onlyConsentedRequested } from "./consent/only-consented-requested.ts";
import { refusedIsNotNone } from "./consent/refused-is-not-none.ts";
import { roleBeforeRequest } from "./consent/role-before-request.ts";
import { shownOnlyWithinConsent } from "./consent/shown-only-within-consent.ts";
import { sourceMonthShown } from "./consent/source-month-shown.ts";
import { basisByReason } from "./eligibility/basis-by-reason.ts";
import { batchRowsFlagged } from "./eligibility/batch-rows-flagged.ts";
import { branchStored } from "./eligibility/branch-stored.ts";
import { confirmedByAnswer } from "./eligibility/confirmed-by-answer.ts";
import { consultationCardByMonth } from "./eligibility/consultation-card-by-month.ts";
import { lostNotKept } from "./eligibility/lost-not-kept.ts";
import { newerInsuranceTold } from "./eligibility/newer-insurance-told.ts";
import { nobodyFoundFallsBack } from "./eligibility/nobody-found-falls-back.ts";
import { oldCardByDate } from "./eligibility/old-card-by-date.ts";
import { openVisitsReverified } from "./eligibility/open-visits-reverified.ts";
import { proofByTable } from "./eligibility/proof-by-table.ts";
import { severalAsks } from "./eligibility/several-asks.ts";
import { storedDataKept } from "./eligibility/stored-data-kept.ts";
import { finalResultAwaited } from "./exchange/final-result-awaited.ts";
import { importedOnce } from "./exchange/imported-once.ts";
import { itemsAsReceived } from "./exchange/items-as-received.ts";
import { noticesShown } from "./exchange/notices-shown.ts";
import { otherDayNotToday } from "./exchange/other-day-not-today.ts";
import { requestsWellFormed } from "./exchange/requests-well-formed.ts";
import { resultsTakenAway } from "./exchange/results-taken-away.ts";
import { unreadableKept } from "./exchange/unreadable-kept.ts";
import { wrongDigitsStopped } from "./exchange/wrong-digits-stopped.ts";
import { chartByReference } from "./identity/chart-by-reference.ts";
import { differenceShown } from "./identity/difference-shown.ts";
import { erasedLeavesNothing } from "./identity/erased-leaves-nothing.ts";
import { foundByKana } from "./identity/found-by-kana.ts";
import { humanChoosesChart } from "./identity/human-chooses-chart.ts";
import { oneChartEach } from "./identity/one-chart-each.ts";
import { rightPatient } from "./identity/right-patient.ts";
import { storedDifferencesShown } from "./identity/stored-differences-shown.ts";
import { lookupAttached } from "./line/lookup-attached.ts";
import { recheckedAfterRecovery } from "./line/rechecked-after-recovery.ts";
import { requestsBounded } from "./line/requests-bounded.ts";
import { settledOnce } from "./line/settled-once.ts";
import { silenceIsNotValid } from "./line/silence-is-not-valid.ts";
import { personalNumberStaysOnCard } from "./privacy/personal-number-stays-on-card.ts";
import { pinAndPhotoStayInside } from "./privacy/pin-and-photo-stay-inside.ts";
import { resultsAreAskedFor } from "./privacy/results-are-asked-for.ts";
import { withheldNotPrinted } from "./privacy/withheld-not-printed.ts";
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
import { absenceEndsNothing } from "./subsidy/absence-ends-nothing.ts";
import { certificatesAsReceived } from "./subsidy/certificates-as-received.ts";
import { expensesInOrder } from "./subsidy/expenses-in-order.ts";
import { paperAccepted } from "./subsidy/paper-accepted.ts";
import { periodKept } from "./subsidy/period-kept.ts";
import { refundNotReduced } from "./subsidy/refund-not-reduced.ts";
import { unconfirmedTold } from "./subsidy/unconfirmed-told.ts";

/** Checks by group. One line a check. */
export const checks = [
  afarByConsent,
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
  sourceMonthShown,
  roleBeforeRequest,
  refusedIsNotNone,
  onlyConsentedRequested,
  benefitsAsAnswered,
  noMedicalInGrace,
  shownOnlyWithinConsent,
  givenIsShown,
  lookupAttached,
  recheckedAfterRecovery,
  requestsBounded,
  settledOnce,
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
  shareAsOwed,
  contradictionStopsCap,
  billedWithTicket,
  endedNotBilled,
  notBilledWithoutTicket,
  pulledLater,
  ticketAsReceived,
  missingInsurerTold,
  insuranceUntouched,
  pullIsolated,
  provisionalByPhone,
  chartByReference,
  oneChartEach,
  humanChoosesChart,
  basisByRule,
  unknownFilled,
  noticesWorkedIn,
  recordAsTold,
  notFoundFollowedUp,
  claimExpensesInOrder,
  consultationCardByMonth,
  proofByTable,
  certificatesAsReceived,
  expensesInOrder,
  absenceEndsNothing,
  refundNotReduced,
  periodKept,
  unconfirmedTold,
  paperAccepted,
  batchRowsFlagged,
  finalResultAwaited,
  branchStored,
  severalAsks,
  openVisitsReverified,
  basisByReason,
  foundByKana,
  storedDifferencesShown,
  withheldNotPrinted,
  wrongDigitsStopped,
  unreadableKept,
] as const;

/** Id of a check. */
export type CheckId = (typeof checks)[number]["id"];
