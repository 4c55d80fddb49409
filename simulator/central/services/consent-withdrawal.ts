import { PROCESSING_STATUS } from "../../messages/code-lists.ts";
import { sihvd01, type WithdrawalRequest } from "../../messages/kinds/sihvd01.ts";
import { resultCode } from "../../messages/result-codes.ts";
import { validate } from "../../messages/validate.ts";
import { matchesOf } from "../../rules/validity-by-number.ts";
import { extAnswer } from "../ext-answer.ts";
import { behind } from "../ext-service.ts";
import type { ConsentKind } from "../ledger.ts";
import { numberKeys } from "../number-search.ts";
import { service } from "../service.ts";
import { insuredRow, keysUnder, peopleUnder } from "../under-number.ts";
import { type VisitConsent, visitConsentKey } from "../visit-consent.ts";

/** OQSCD036: which consents a kind means. */
const KINDS: Readonly<Record<string, ConsentKind>> = {
  TKK: "checkup",
  YZK: "drug",
  SRJ: "care",
  SHJ: "surgery",
  TSR: "disease",
};
const HOME = "2";

/**
 * The facility ends consents to visits at home; when none is left the care relation has ended (ours, off by default). The
 * person is found as by number (eligibility-rules.md §3.3): where several match, nobody's consent is touched.
 */
export const consentWithdrawal = behind(
  "withdrawal",
  service<WithdrawalRequest, object>({
    serves: sihvd01.code,
    title: sihvd01.title,
    badField: (query) => validate(sihvd01.request, query)[0]?.path,
    touches({ MessageBody }, slice, { facility }) {
      return keysUnder(insuredRow(MessageBody), slice, (id) => [visitConsentKey(id, facility.code, HOME)]);
    },
    answer({ MessageBody }, slice, cx) {
      const matches = matchesOf(numberKeys(MessageBody), peopleUnder(insuredRow(MessageBody), slice), cx.today);
      const [match] = matches.length === 1 ? matches : [];
      const key = match === undefined ? undefined : visitConsentKey(match.person.id, cx.facility.code, HOME)[1];
      const consent = key === undefined ? undefined : slice.get("visitConsent", key);
      if (key === undefined || consent === undefined) {
        const refusal = {
          ProcessingResultStatus: PROCESSING_STATUS.error,
          ProcessingResultCode: "SIM-P-105",
          ProcessingResultMessage: resultCode("SIM-P-105").ja,
        };
        return { answer: extAnswer(refusal, cx), changes: [] };
      }
      const kinds = MessageBody.ConsentInfoList.map(({ ConsentInfoType: type }) => KINDS[type]);
      const row = without(consent, kinds, cx.nowMs);
      const done = extAnswer({ ProcessingResultStatus: PROCESSING_STATUS.normal }, cx);
      return { answer: done, changes: [{ table: "visitConsent", key, row }] };
    },
  }),
);

/** A consent without some kinds, which stay known as withdrawn; an end it has already is kept. */
function without(consent: VisitConsent, kinds: readonly (ConsentKind | undefined)[], atMs: number): VisitConsent {
  const { given, withdrawn = [], ended } = consent;
  const left = given.filter((kind) => !kinds.includes(kind));
  const gone = given.filter((kind) => kinds.includes(kind));
  return {
    ...consent,
    given: left,
    withdrawn: [...withdrawn, ...gone],
    ...(left.length === 0 && ended === undefined ? { ended: { atMs, reason: "1" } } : {}),
  };
}
