import { type CivilDate, isCivilDate } from "../../kernel/civil-time.ts";
import { CONSENT, REFERENCE } from "../../messages/code-lists.ts";
import { type QualificationRequest, siquc01 } from "../../messages/kinds/siquc01.ts";
import { validate } from "../../messages/validate.ts";
import { hasValidCheckDigit } from "../../population/check-digit.ts";
import type { LedgerKey } from "../ledger.ts";
import { eligibilityResult, limitPart, qualificationAnswer, type Remark } from "../qualification-answer.ts";
import { judgeByNumber } from "../../rules/validity-by-number.ts";
import { service } from "../service.ts";

type Search = QualificationRequest["MessageBody"]["QualificationConfirmSearchInfo"];

const keyOf = ({ InsurerNumber, InsuredIdentificationNumber }: Search): string =>
  `${InsurerNumber}/${InsuredIdentificationNumber}`;

/** An inquiry by number from a receipt system (eligibility-rules.md §3.3). */
export const eligibilityByNumber = service<QualificationRequest, object>({
  serves: "OQSsiquc01",
  title: { ja: "番号による資格確認", en: "eligibility by number" },
  badField: (query) => validate(siquc01.request, query)[0]?.path,
  touches({ MessageBody }, slice) {
    const key = keyOf(MessageBody.QualificationConfirmSearchInfo);
    const ids = slice.get("insured", key)?.personIds ?? [];
    return [["insured", key], ...ids.map((id): LedgerKey => ["person", id])];
  },
  answer({ MessageHeader, MessageBody }, slice, cx) {
    const search = MessageBody.QualificationConfirmSearchInfo;
    const confirmedOn = MessageHeader.QualificationConfirmationDate;
    const envelope = { reference: REFERENCE.insuranceNumber, confirmedOn, search } as const;
    const remark = malformed(search);
    if (remark !== undefined)
      return { answer: qualificationAnswer({ ...envelope, remark, results: [] }, cx), changes: [] };
    const ids = slice.get("insured", keyOf(search))?.personIds ?? [];
    const candidates = ids.flatMap((id) => slice.get("person", id) ?? []);
    const keys = {
      insurerNumber: search.InsurerNumber,
      // Empty means as much as left out here: the card has none (receipt-system-interface.md §2.2).
      symbol: search.InsuredCardSymbol || undefined,
      number: search.InsuredIdentificationNumber,
      branch: search.InsuredBranchNumber || undefined,
      birthdate: search.Birthdate,
    };
    const { validity, found } = judgeByNumber(keys, candidates, dateOf(confirmedOn, cx.today));
    const agreed = search.LimitApplicationCertificateRelatedConsFlg === CONSENT.given;
    const results =
      found === undefined
        ? []
        : [{ ...eligibilityResult(found.person, found.row), ...limitPart(found.row, agreed, cx.nowMs) }];
    return { answer: qualificationAnswer({ ...envelope, validity, results }, cx), changes: [] };
  },
});

/** Row 1 of §3.3: an insurer number that cannot exist is an error of the person, not "nobody found". */
function malformed({ InsurerNumber }: Search): Remark | undefined {
  const digits = InsurerNumber.trim();
  // Zeros in front of a six-digit number are refused by default (receipt-system-interface.md §8.15, ours).
  if (digits.startsWith("00")) return "SIM-P-102";
  return hasValidCheckDigit(digits) ? undefined : "SIM-P-103";
}

function dateOf(written: string, today: CivilDate): CivilDate {
  return isCivilDate(written) ? written : today;
}
