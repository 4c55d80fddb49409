import type { AnyService } from "../service.ts";
import { accessUrl } from "./access-url.ts";
import { activationInquiry } from "./activation-inquiry.ts";
import { activationIssue } from "./activation-issue.ts";
import { activationRevocation } from "./activation-revocation.ts";
import { authentication } from "./authentication.ts";
import { bulkInquiry } from "./bulk-inquiry.ts";
import { bulkInquiryResult } from "./bulk-inquiry-result.ts";
import { bulkReferenceRegistration } from "./bulk-reference-registration.ts";
import { bulkReferenceResult } from "./bulk-reference-result.ts";
import { challenge } from "./challenge.ts";
import { checkupInformation } from "./checkup-information.ts";
import { conclusion } from "./conclusion.ts";
import { consentWithdrawal } from "./consent-withdrawal.ts";
import { disasterView } from "./disaster-view.ts";
import { drugInformation } from "./drug-information.ts";
import { eligibilityByNumber } from "./eligibility-by-number.ts";
import { emergencyInquiry } from "./emergency-inquiry.ts";
import { homeRevisit } from "./home-revisit.ts";
import { homeRevisits } from "./home-revisits.ts";
import { homeRevisitsResult } from "./home-revisits-result.ts";
import { homeVisitFetch } from "./home-visit-fetch.ts";
import { homeVisitResult } from "./home-visit-result.ts";
import { onlineRevisit } from "./online-revisit.ts";
import { onlineRevisits } from "./online-revisits.ts";
import { onlineRevisitsResult } from "./online-revisits-result.ts";
import { onlineVisitFetch } from "./online-visit-fetch.ts";
import { onlineVisitResult } from "./online-visit-result.ts";
import { outageLookup } from "./outage-lookup.ts";
import { referenceRegistration } from "./reference-registration.ts";
import { registration } from "./registration.ts";
import { settingsInquiry } from "./settings-inquiry.ts";
import { settingsUpdate } from "./settings-update.ts";
import { subsidiesByCard } from "./subsidies-by-card.ts";
import { subsidiesByNumber } from "./subsidies-by-number.ts";
import { ticketPull } from "./ticket-pull.ts";
import { ticketPullResult } from "./ticket-pull-result.ts";
import { visualPasscode } from "./visual-passcode.ts";

/** What the centre can do. One line a service. */
export const services: readonly AnyService[] = [
  challenge,
  authentication,
  registration,
  conclusion,
  eligibilityByNumber,
  referenceRegistration,
  bulkInquiry,
  bulkInquiryResult,
  bulkReferenceRegistration,
  bulkReferenceResult,
  ticketPull,
  ticketPullResult,
  homeVisitFetch,
  homeVisitResult,
  onlineVisitFetch,
  onlineVisitResult,
  drugInformation,
  checkupInformation,
  subsidiesByCard,
  subsidiesByNumber,
  homeRevisit,
  onlineRevisit,
  homeRevisits,
  homeRevisitsResult,
  onlineRevisits,
  onlineRevisitsResult,
  consentWithdrawal,
  accessUrl,
  settingsInquiry,
  settingsUpdate,
  emergencyInquiry,
  visualPasscode,
  activationInquiry,
  activationIssue,
  activationRevocation,
  outageLookup,
  disasterView,
];
