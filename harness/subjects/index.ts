import { acceptsConsultationCard } from "./broken/accepts-consultation-card.ts";
import { acceptsOldCard } from "./broken/accepts-old-card.ts";
import { acceptsPdfAlone } from "./broken/accepts-pdf-alone.ts";
import { asksAsAtHome } from "./broken/asks-as-at-home.ts";
import { asksByInsuranceOnly } from "./broken/asks-by-insurance-only.ts";
import { asksCheckupsUnconsented } from "./broken/asks-checkups-unconsented.ts";
import { billsOnlineNumber } from "./broken/bills-online-number.ts";
import { billsPrinted } from "./broken/bills-printed.ts";
import { billsPrintedSymbol } from "./broken/bills-printed-symbol.ts";
import { billsWithoutTicket } from "./broken/bills-without-ticket.ts";
import { blursBatchRows } from "./broken/blurs-batch-rows.ts";
import { callsLostUnknown } from "./broken/calls-lost-unknown.ts";
import { capsContradiction } from "./broken/caps-contradiction.ts";
import { chargesFullShare } from "./broken/charges-full-share.ts";
import { claimsUndeclared } from "./broken/claims-undeclared.ts";
import { closesLostVisits } from "./broken/closes-lost-visits.ts";
import { confirmsByOldCard } from "./broken/confirms-by-old-card.ts";
import { confirmsByStoredNumber } from "./broken/confirms-by-stored-number.ts";
import { confirmsOnNothing } from "./broken/confirms-on-nothing.ts";
import { countsRefusedLookup } from "./broken/counts-refused-lookup.ts";
import { deletesUnreadable } from "./broken/deletes-unreadable.ts";
import { dropsBilled } from "./broken/drops-billed.ts";
import { dropsTicketDays } from "./broken/drops-ticket-days.ts";
import { endsAbsentExpense } from "./broken/ends-absent-expense.ts";
import { entersAgain } from "./broken/enters-again.ts";
import { erasesNameOnly } from "./broken/erases-name-only.ts";
import { exactKana } from "./broken/exact-kana.ts";
import { firstDiseaseOnly } from "./broken/first-disease-only.ts";
import { flagsNoBatchRows } from "./broken/flags-no-batch-rows.ts";
import { forgetsPull } from "./broken/forgets-pull.ts";
import { forgetsRecheck } from "./broken/forgets-recheck.ts";
import { forgetsTasks } from "./broken/forgets-tasks.ts";
import { hidesDifferences } from "./broken/hides-differences.ts";
import { hidesExpiry } from "./broken/hides-expiry.ts";
import { hidesMissingInsurer } from "./broken/hides-missing-insurer.ts";
import { hidesNotices } from "./broken/hides-notices.ts";
import { hidesUnconfirmedSubsidy } from "./broken/hides-unconfirmed-subsidy.ts";
import { ignoresClaimNotices } from "./broken/ignores-claim-notices.ts";
import { ignoresGrace } from "./broken/ignores-grace.ts";
import { ignoresLookup } from "./broken/ignores-lookup.ts";
import { ignoresReference } from "./broken/ignores-reference.ts";
import { ignoresRole } from "./broken/ignores-role.ts";
import { ignoresSeveral } from "./broken/ignores-several.ts";
import { ignoresSubsidyPeriod } from "./broken/ignores-subsidy-period.ts";
import { ignoresValid } from "./broken/ignores-valid.ts";
import { importsOtherPerson } from "./broken/imports-other-person.ts";
import { importsTwice } from "./broken/imports-twice.ts";
import { joinsExpensesAsFound } from "./broken/joins-expenses-as-found.ts";
import { keepsEndedConsent } from "./broken/keeps-ended-consent.ts";
import { keepsErased } from "./broken/keeps-erased.ts";
import { keepsFirstConsent } from "./broken/keeps-first-consent.ts";
import { keepsInvalid } from "./broken/keeps-invalid.ts";
import { keepsOldBenefits } from "./broken/keeps-old-benefits.ts";
import { knowsByRecipient } from "./broken/knows-by-recipient.ts";
import { labelsToday } from "./broken/labels-today.ts";
import { leavesResults } from "./broken/leaves-results.ts";
import { listsExpensesAsFound } from "./broken/lists-expenses-as-found.ts";
import { losesSubsidies } from "./broken/loses-subsidies.ts";
import { neverFlags } from "./broken/never-flags.ts";
import { ninesForUnknown } from "./broken/nines-for-unknown.ts";
import { opensNewChart } from "./broken/opens-new-chart.ts";
import { overwritesChart } from "./broken/overwrites-chart.ts";
import { padsBranch } from "./broken/pads-branch.ts";
import { printsOldAddress } from "./broken/prints-old-address.ts";
import { rechecksOldNumber } from "./broken/rechecks-old-number.ts";
import { reducesRefunded } from "./broken/reduces-refunded.ts";
import { refusesPaperCertificate } from "./broken/refuses-paper-certificate.ts";
import { retriesForever } from "./broken/retries-forever.ts";
import { sendsWrongDigits } from "./broken/sends-wrong-digits.ts";
import { settlesOnEndedConsent } from "./broken/settles-on-ended-consent.ts";
import { showsAfterExpiry } from "./broken/shows-after-expiry.ts";
import { showsNoneForRefused } from "./broken/shows-none-for-refused.ts";
import { showsOnDayOnly } from "./broken/shows-on-day-only.ts";
import { takesAidForInsurance } from "./broken/takes-aid-for-insurance.ts";
import { takesDeposit } from "./broken/takes-deposit.ts";
import { takesNextFile } from "./broken/takes-next-file.ts";
import { takesOldFile } from "./broken/takes-old-file.ts";
import { takesUnfinished } from "./broken/takes-unfinished.ts";
import { timeoutAsValid } from "./broken/timeout-as-valid.ts";
import { trimsNumbers } from "./broken/trims-numbers.ts";
import { waivesRefunded } from "./broken/waives-refunded.ts";
import type { BuiltInSubject } from "./declare.ts";
import { reference } from "./reference.ts";

/** Receipt systems of our own. One line a subject; the broken ones prove that the checks bite. */
export const subjects: readonly BuiltInSubject[] = [
  reference,
  keepsEndedConsent,
  acceptsOldCard,
  confirmsOnNothing,
  forgetsRecheck,
  hidesExpiry,
  hidesNotices,
  ignoresGrace,
  ignoresLookup,
  ignoresValid,
  importsOtherPerson,
  importsTwice,
  keepsErased,
  keepsInvalid,
  leavesResults,
  overwritesChart,
  padsBranch,
  retriesForever,
  showsAfterExpiry,
  takesNextFile,
  takesOldFile,
  timeoutAsValid,
  trimsNumbers,
  takesAidForInsurance,
  billsWithoutTicket,
  forgetsPull,
  hidesMissingInsurer,
  chargesFullShare,
  capsContradiction,
  firstDiseaseOnly,
  ignoresRole,
  keepsFirstConsent,
  keepsOldBenefits,
  labelsToday,
  showsNoneForRefused,
  ignoresReference,
  opensNewChart,
  claimsUndeclared,
  ninesForUnknown,
  ignoresClaimNotices,
  dropsBilled,
  forgetsTasks,
  acceptsConsultationCard,
  confirmsByStoredNumber,
  confirmsByOldCard,
  acceptsPdfAlone,
  losesSubsidies,
  knowsByRecipient,
  listsExpensesAsFound,
  joinsExpensesAsFound,
  endsAbsentExpense,
  reducesRefunded,
  ignoresSubsidyPeriod,
  hidesUnconfirmedSubsidy,
  refusesPaperCertificate,
  flagsNoBatchRows,
  takesUnfinished,
  ignoresSeveral,
  rechecksOldNumber,
  exactKana,
  hidesDifferences,
  billsPrinted,
  billsOnlineNumber,
  billsPrintedSymbol,
  printsOldAddress,
  sendsWrongDigits,
  deletesUnreadable,
  blursBatchRows,
  callsLostUnknown,
  closesLostVisits,
  dropsTicketDays,
  erasesNameOnly,
  takesDeposit,
  waivesRefunded,
  asksAsAtHome,
  asksByInsuranceOnly,
  asksCheckupsUnconsented,
  countsRefusedLookup,
  settlesOnEndedConsent,
  showsOnDayOnly,
  neverFlags,
  entersAgain,
];
