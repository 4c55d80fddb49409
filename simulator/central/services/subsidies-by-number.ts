import { pmhSimsm01 } from "../../messages/kinds/pmh-simsm01.ts";
import type { QualificationRequest } from "../../messages/kinds/siquc01.ts";
import { validate } from "../../messages/validate.ts";
import { isAidPayer } from "../../population/recipient-number.ts";
import { aidHolder } from "../aid-holder.ts";
import { behind } from "../ext-service.ts";
import { dayAsked } from "../number-search.ts";
import { service } from "../service.ts";
import { subsidyBlocks, subsidyKeys } from "../subsidy-leg.ts";
import { subsidyResult } from "../subsidy-result.ts";
import { keysUnder, numberRow, shownUnder } from "../under-number.ts";

/**
 * `PMHsimsm01` on request (receipt-system-interface.md §8.12, ours): the certificates again, as long as the patient's answer
 * at the reader lasts. Without one nothing is given, as for somebody without certificates (eligibility-rules.md §10.4 row 4).
 */
export const subsidiesByNumber = behind(
  "pmh",
  service<QualificationRequest, object>({
    serves: "PMHsimsm01",
    title: { ja: "医療費助成の照会（模擬独自）", en: "inquiry about medical subsidies (ours)" },
    badField: (query) => validate(pmhSimsm01.request, query)[0]?.path,
    touches({ MessageBody: { QualificationConfirmSearchInfo: search } }, slice, cx) {
      return keysUnder(numberRow(search), slice, (id) => [
        ["aid", id],
        ["subsidyConsent", `${id}/${cx.facility.code}`],
        ...subsidyKeys(id, slice, cx),
      ]);
    },
    answer({ MessageHeader, MessageBody: { QualificationConfirmSearchInfo: search } }, slice, cx) {
      const on = dayAsked(MessageHeader.QualificationConfirmationDate, cx);
      const person = isAidPayer(search.InsurerNumber)
        ? aidHolder(search, on, slice)?.person // a number of 医療扶助 may be another person's by now (§13.2)
        : shownUnder(numberRow(search), slice).find(({ birthdate }) => birthdate === search.Birthdate);
      if (person === undefined) return { answer: subsidyResult([], cx), changes: [] };
      const consent = slice.get("subsidyConsent", `${person.id}/${cx.facility.code}`);
      const agreed = consent !== undefined && cx.nowMs < consent.atMs + cx.policy.consentWindowMs;
      return { answer: subsidyResult(subsidyBlocks(person, on, agreed, slice, cx), cx), changes: [] };
    },
  }),
);
