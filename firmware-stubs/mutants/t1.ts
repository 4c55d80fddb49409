import type { Mutant } from "../mutant.ts";
import { beginsWithOne } from "./m-t1-01-begins-with-one.ts";
import { neverToggles } from "./m-t1-01b-never-toggles.ts";
import { otherIfsAnswered } from "./m-t1-03-other-ifs-answered.ts";
import { ifscNotKept } from "./m-t1-03b-ifsc-not-kept.ts";
import { anyIfs } from "./m-t1-04-any-ifs.ts";
import { anyNumber } from "./m-t1-06-any-number.ts";
import { edcOfIBlocksOnly } from "./m-t1-09-edc-of-i-blocks-only.ts";
import { defaultAsNoLimit } from "./m-t1-11-default-as-no-limit.ts";
import { confirmsTheLast } from "./m-t1-12-confirms-the-last.ts";
import { singleByteDropped } from "./m-t1-12b-single-byte-dropped.ts";
import { grantAsTry } from "./m-t1-17-grant-as-try.ts";
import { limitOfIsoDep } from "./m-t1-18-limit-of-iso-dep.ts";
import { abortNotConfirmed } from "./m-t1-19-abort-not-confirmed.ts";
import { abortKeepsChain } from "./m-t1-19b-abort-keeps-chain.ts";
import { resynchGoesOn } from "./m-t1-20-resynch-goes-on.ts";
import { againAsNew } from "./m-t1-22-again-as-new.ts";
import { firstBlockResynch } from "./m-t1-23-first-block-resynch.ts";
import { deadSpeaks } from "./m-t1-24-dead-speaks.ts";
import { endlessResynch } from "./m-t1-24b-endless-resynch.ts";
import { answerKept } from "./m-t1-25-answer-kept.ts";
import { rForLostSResponse } from "./m-t1-26-r-for-lost-s-response.ts";
import { receivedNumber } from "./x19a-received-number.ts";
import { wrongNumberNotCounted } from "./x19b-wrong-number-not-counted.ts";
import { edcAsOther } from "./x20-edc-as-other.ts";
import { resynchKeepsNumber } from "./x21-resynch-keeps-number.ts";
import { endlessRetries } from "./x22-endless-retries.ts";
import { grantWithoutByte } from "./x23a-grant-without-byte.ts";
import { timeNotMultiplied } from "./x23b-time-not-multiplied.ts";
import { timeForEver } from "./x23c-time-for-ever.ts";
import { noTimeForVerify } from "./x24-no-time-for-verify.ts";
import { lenFfAccepted } from "./x25a-len-ff.ts";
import { rWithInformation } from "./x25b-r-with-information.ts";
import { ifsdNeverSent } from "./x26a-ifsd-never-sent.ts";
import { ifsdTooBig } from "./x26b-ifsd-too-big.ts";
import { lastBlockLost } from "./x27-last-block-lost.ts";

/** Mutants of set T1. One line a mutant. */
export const t1Mutants: readonly Mutant[] = [
  beginsWithOne,
  neverToggles,
  ifsdNeverSent,
  ifsdTooBig,
  otherIfsAnswered,
  ifscNotKept,
  anyIfs,
  receivedNumber,
  wrongNumberNotCounted,
  anyNumber,
  edcAsOther,
  lenFfAccepted,
  rWithInformation,
  edcOfIBlocksOnly,
  lastBlockLost,
  defaultAsNoLimit,
  confirmsTheLast,
  singleByteDropped,
  grantWithoutByte,
  timeNotMultiplied,
  timeForEver,
  noTimeForVerify,
  grantAsTry,
  limitOfIsoDep,
  abortNotConfirmed,
  abortKeepsChain,
  resynchKeepsNumber,
  resynchGoesOn,
  endlessRetries,
  againAsNew,
  firstBlockResynch,
  deadSpeaks,
  endlessResynch,
  answerKept,
  rForLostSResponse,
];
