import { aidAlone } from "./aid-alone.ts";
import { aidElsewhere } from "./aid-elsewhere.ts";
import { aidInsurerMissing } from "./aid-insurer-missing.ts";
import { aidNotYetRegistered } from "./aid-not-yet-registered.ts";
import { aidTogether } from "./aid-together.ts";
import { androidPhone } from "./android-phone.ts";
import { certificateExpired } from "./certificate-expired.ts";
import { certificateInGrace } from "./certificate-in-grace.ts";
import { certificateNearEnd } from "./certificate-near-end.ts";
import { certificateRevoked } from "./certificate-revoked.ts";
import { changerWithSubsidy } from "./changer-with-subsidy.ts";
import { child } from "./child.ts";
import { colleague } from "./colleague.ts";
import { doublyInsured } from "./doubly-insured.ts";
import { employee } from "./employee.ts";
import { endsPreschool } from "./ends-preschool.ts";
import { faceOnly } from "./face-only.ts";
import { infant } from "./infant.ts";
import { iphone } from "./iphone.ts";
import { jobChanger } from "./job-changer.ts";
import { jobLeaver } from "./job-leaver.ts";
import { leavesToday } from "./leaves-today.ts";
import { limitHolder } from "./limit-holder.ts";
import { lowRatioActive } from "./low-ratio-active.ts";
import { midMonthChanger } from "./mid-month-changer.ts";
import { mover } from "./mover.ts";
import { namesake } from "./namesake.ts";
import { neverFed } from "./never-fed.ts";
import { newcomer } from "./newcomer.ts";
import { oneTryLeft } from "./one-try-left.ts";
import { pensioner } from "./pensioner.ts";
import { pinBlocked } from "./pin-blocked.ts";
import { subsidyEndedYesterday } from "./subsidy-ended-yesterday.ts";
import { subsidyEndsToday } from "./subsidy-ends-today.ts";
import { subsidyNanbyo } from "./subsidy-nanbyo.ts";
import { subsidyOnPaper } from "./subsidy-on-paper.ts";
import { subsidyRefund } from "./subsidy-refund.ts";
import { subsidySeveral } from "./subsidy-several.ts";
import { threeTenthsGeneral } from "./three-tenths-general.ts";
import { turns70 } from "./turns-70.ts";
import { turns75 } from "./turns-75.ts";
import { twinElder } from "./twin-elder.ts";
import { twinYounger } from "./twin-younger.ts";
import { twoDiseases } from "./two-diseases.ts";
import { unknownNewcomer } from "./unknown-newcomer.ts";
import { wellDocumented } from "./well-documented.ts";
import { wronglyLinked } from "./wrongly-linked.ts";

/** People with a story. One line a persona. */
export const personas = [
  aidAlone,
  aidElsewhere,
  aidInsurerMissing,
  aidNotYetRegistered,
  aidTogether,
  androidPhone,
  certificateExpired,
  certificateInGrace,
  certificateNearEnd,
  certificateRevoked,
  child,
  colleague,
  doublyInsured,
  employee,
  faceOnly,
  infant,
  iphone,
  jobChanger,
  jobLeaver,
  limitHolder,
  lowRatioActive,
  midMonthChanger,
  neverFed,
  newcomer,
  oneTryLeft,
  pensioner,
  pinBlocked,
  subsidyEndedYesterday,
  subsidyEndsToday,
  subsidyNanbyo,
  subsidyOnPaper,
  subsidyRefund,
  subsidySeveral,
  threeTenthsGeneral,
  twoDiseases,
  unknownNewcomer,
  wellDocumented,
  wronglyLinked,
  twinElder,
  twinYounger,
  mover,
  namesake,
  turns75,
  turns70,
  endsPreschool,
  leavesToday,
  changerWithSubsidy,
] as const;

/** Id of a persona. */
export type PersonaId = (typeof personas)[number]["id"];
