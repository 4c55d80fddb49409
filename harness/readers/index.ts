import type { BuiltInSubject } from "../subjects/declare.ts";
import { callsEveryCardUnreadable } from "./broken/calls-every-card-unreadable.ts";
import { goesOnInSilence } from "./broken/goes-on-in-silence.ts";
import { impatient } from "./broken/impatient.ts";
import { keepsMethod } from "./broken/keeps-method.ts";
import { offersFailedWay } from "./broken/offers-failed-way.ts";
import { offersLockedPin } from "./broken/offers-locked-pin.ts";
import { ownPinCounter } from "./broken/own-pin-counter.ts";
import { readsPersonalNumber } from "./broken/reads-personal-number.ts";
import { readsWithoutEnd } from "./broken/reads-without-end.ts";
import { worksWithoutAtr } from "./broken/works-without-atr.ts";

/** Readers with one slip in their software; they prove that the checks on readers bite. One line a reader. */
export const brokenReaders: readonly BuiltInSubject[] = [
  callsEveryCardUnreadable,
  goesOnInSilence,
  impatient,
  keepsMethod,
  offersFailedWay,
  offersLockedPin,
  ownPinCounter,
  readsPersonalNumber,
  readsWithoutEnd,
  worksWithoutAtr,
];
