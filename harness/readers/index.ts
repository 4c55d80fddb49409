import type { BuiltInSubject } from "../subjects/declare.ts";
import { aboveThresholdOnly } from "./broken/above-threshold-only.ts";
import { anyPasscode } from "./broken/any-passcode.ts";
import { belowThresholdToo } from "./broken/below-threshold-too.ts";
import { blindToTerminal } from "./broken/blind-to-terminal.ts";
import { bootsToLastScreen } from "./broken/boots-to-last-screen.ts";
import { bothReadersActive } from "./broken/both-readers-active.ts";
import { callsEveryCardUnreadable } from "./broken/calls-every-card-unreadable.ts";
import { concludesAgain } from "./broken/concludes-again.ts";
import { goesOnInSilence } from "./broken/goes-on-in-silence.ts";
import { goesOnUnanswered } from "./broken/goes-on-unanswered.ts";
import { ignoresNotMe } from "./broken/ignores-not-me.ts";
import { ignoresStanding } from "./broken/ignores-standing.ts";
import { impatient } from "./broken/impatient.ts";
import { keepsConsents } from "./broken/keeps-consents.ts";
import { keepsMethod } from "./broken/keeps-method.ts";
import { mixesUpConsents } from "./broken/mixes-up-consents.ts";
import { needsRestart } from "./broken/needs-restart.ts";
import { offersFailedWay } from "./broken/offers-failed-way.ts";
import { offersLockedPin } from "./broken/offers-locked-pin.ts";
import { oldConsentScreens } from "./broken/old-consent-screens.ts";
import { oneHoldOnly } from "./broken/one-hold-only.ts";
import { ownClock } from "./broken/own-clock.ts";
import { ownPinCounter } from "./broken/own-pin-counter.ts";
import { readsPersonalNumber } from "./broken/reads-personal-number.ts";
import { readsWithoutEnd } from "./broken/reads-without-end.ts";
import { registrationAlwaysPending } from "./broken/registration-always-pending.ts";
import { skipsRemoval } from "./broken/skips-removal.ts";
import { takesPicturesForPeople } from "./broken/takes-pictures-for-people.ts";
import { triesFacesWithoutEnd } from "./broken/tries-faces-without-end.ts";
import { waitsTenTimes } from "./broken/waits-ten-times.ts";
import { worksWithoutAtr } from "./broken/works-without-atr.ts";

/** Readers with one slip in their software; they prove that the checks on readers bite. One line a reader. */
export const brokenReaders: readonly BuiltInSubject[] = [
  aboveThresholdOnly,
  anyPasscode,
  belowThresholdToo,
  blindToTerminal,
  bootsToLastScreen,
  bothReadersActive,
  callsEveryCardUnreadable,
  concludesAgain,
  goesOnInSilence,
  goesOnUnanswered,
  ignoresNotMe,
  ignoresStanding,
  impatient,
  keepsConsents,
  keepsMethod,
  mixesUpConsents,
  needsRestart,
  offersFailedWay,
  offersLockedPin,
  oldConsentScreens,
  oneHoldOnly,
  ownClock,
  ownPinCounter,
  readsPersonalNumber,
  readsWithoutEnd,
  registrationAlwaysPending,
  skipsRemoval,
  takesPicturesForPeople,
  triesFacesWithoutEnd,
  waitsTenTimes,
  worksWithoutAtr,
];
