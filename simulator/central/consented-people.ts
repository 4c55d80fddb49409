import type { CivilDate } from "../kernel/civil-time.ts";
import type { PulledPerson } from "../messages/kinds/pulled-people.ts";
import { judgeByCard } from "../rules/validity-by-card.ts";
import { acceptanceKeys } from "./bulk-job.ts";
import { keptHeader, receptionOf, statusPart } from "./bulk-result.ts";
import type { LedgerKey, LedgerSlice } from "./ledger.ts";
import { areExcluded } from "./medical/excluded.ts";
import { eligibilityResult } from "./qualification-answer.ts";
import { referenceKeyOf, referencePart } from "./reference.ts";
import type { CentralContext, ServiceResult } from "./service.ts";
import {
  type VisitConsent,
  type VisitFlag,
  visitConsentKey,
  visitConsentOf,
  visitConsentPart,
  visitPatientsKey,
} from "./visit-consent.ts";

/** A period of days, both ends included; either may be open. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Which consents a request asks for: made, or tied to a visit, within a period. */
export interface ConsentSearch {
  readonly consented: Days;
  readonly examined: Days;
}

/** Rows a fetch of consented people touches. */
export function consentedKeys(flag: VisitFlag, slice: LedgerSlice, cx: CentralContext): readonly LedgerKey[] {
  const { code } = cx.facility;
  return [
    ...acceptanceKeys(cx),
    visitPatientsKey(code, flag),
    ...idsOf(flag, slice, code).flatMap((id): readonly LedgerKey[] => [
      ["person", id],
      visitConsentKey(id, code, flag),
      referenceKeyOf(id, code),
    ]),
  ];
}

/** Accepts the fetch of everyone who consented (receipt-system-interface.md §2.9, SEQ-10). */
export function acceptConsented(
  job: { readonly kind: string; readonly flag: VisitFlag; readonly identifier: string | undefined } & ConsentSearch,
  slice: LedgerSlice,
  cx: CentralContext,
): ServiceResult<object> {
  const { kind, flag, identifier } = job;
  const units = idsOf(flag, slice, cx.facility.code).flatMap((id) => unitOf(id, job, slice, cx));
  if (units.length > cx.profile.bulk.most) return { refused: "SIM-E-006" };
  const result = {
    MessageHeader: keptHeader(identifier, units),
    MessageBody: { BulkConfirmUnit: units },
  };
  return receptionOf({ kind, people: units.length, result }, slice, cx);
}

const idsOf = (flag: VisitFlag, slice: LedgerSlice, facility: string): readonly string[] => {
  const [table, key] = visitPatientsKey(facility, flag);
  return (slice.get(table, key) as { readonly personIds: readonly string[] } | undefined)?.personIds ?? [];
};

function unitOf(
  id: string,
  search: { readonly flag: VisitFlag } & ConsentSearch,
  slice: LedgerSlice,
  cx: CentralContext,
): readonly PulledPerson[] {
  const consent = visitConsentOf(id, search.flag, slice, cx);
  const person = slice.get("person", id);
  if (consent === undefined || person === undefined || !isAskedFor(consent, search)) return [];
  const { validity, rows } = judgeByCard(person, cx.today);
  const consents = visitConsentPart(consent, cx.nowMs, areExcluded(rows));
  return [
    {
      ...statusPart(undefined),
      QualificationValidity: validity,
      ResultOfQualificationConfirmation: rows.map((row) => ({
        ...eligibilityResult(person, row, cx.today),
        ...consents,
      })),
      ...referencePart(person.id, slice, cx),
    },
  ];
}

function isAskedFor({ on, examinationDate }: VisitConsent, { consented, examined }: ConsentSearch): boolean {
  const byDay = examined.from !== undefined || examined.to !== undefined;
  return byDay ? examinationDate !== undefined && within(examinationDate, examined) : within(on, consented);
}

function within(day: CivilDate, { from, to }: Days): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
