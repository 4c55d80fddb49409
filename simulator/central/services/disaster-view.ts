import { addMonths } from "../../kernel/civil-time.ts";
import { badScreenField, type WebScreens } from "../../messages/kinds/web-screens.ts";
import { disasterView as rule } from "../../rules/disaster-view.ts";
import { protectionOf } from "../../rules/protection.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";
import { OPEN_SCOPES } from "../gates.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import { logged, lookedUp, lookedUpKeys } from "../looked-up.ts";
import { isExcluded } from "../medical/excluded.ts";
import { claimedDays } from "../medical/seen-care.ts";
import { eligibilityResult } from "../qualification-answer.ts";
import { service } from "../service.ts";
import { insuredRow, keysUnder, type NumberRow, peopleUnder } from "../under-number.ts";

type Kind = WebScreens["SIMdisasterView"];
type Query = Kind["query"];

const byNumber = (query: Query): NumberRow | undefined =>
  query.InsurerNumber === undefined || query.InsurerNumber === "" ? undefined : insuredRow(query);

/**
 * 災害時の特別措置: without a card, by number or by items, inside the area and period the ministry opened. Medical information
 * too, and insurer number with branch, so that nobody claims an unknown insurance; every view is logged (§15.2).
 */
export const disasterView = service<Query, Kind["answer"]>({
  serves: "SIMdisasterView",
  title: { ja: "災害時の閲覧（模擬独自）", en: "view in a disaster (ours)" },
  badField: (query) => badScreenField("SIMdisasterView", query),
  touches: (query, slice) => [["disasterScopes", OPEN_SCOPES], ...keysOf(query, slice)],
  answer(query, slice, cx) {
    const people = found(query, slice);
    const { result } = rule.decide({
      scopes: slice.get("disasterScopes", OPEN_SCOPES)?.scopes ?? [],
      municipality: cx.facility.municipality,
      on: cx.today,
      purpose: query.Purpose,
      consent: query.Consent,
      found: people.length,
    });
    const [person] = people;
    if (result !== "shown" || person === undefined)
      return { answer: { Outcome: result, Results: [], Drugs: [] }, changes: [] };
    const { rows } = judgeByCard(person, cx.today);
    const months = { from: addMonths(cx.today, -cx.policy.drugWindowMonths).slice(0, 6), until: cx.today.slice(0, 6) };
    // No medical view of whoever the J-LIS comparison holds back altogether, nor of insurances without one (§15.4, §15.5).
    const insured = person.eligibilities.length > 0;
    const hidden = protectionOf(person, "card") === "nobody" || (insured && rows.every(isExcluded));
    const allowed = { drug: !hidden, care: false, surgery: false };
    const drugs = claimedDays(person, months, cx.today, cx.policy, allowed).flatMap((day) => day.drugs);
    return {
      answer: {
        Outcome: result,
        Results: rows.map((row) => eligibilityResult(person, row, cx.today)),
        Drugs: [...new Set(drugs.map(({ product }) => product.name))],
      },
      changes: [logged("SIMdisasterView", person, cx)],
    };
  },
});

function keysOf(query: Query, slice: LedgerSlice): readonly LedgerKey[] {
  const row = byNumber(query);
  return row === undefined ? lookedUpKeys(query, slice) : keysUnder(row, slice);
}

/** By number the birth date decides among those who share it; by items all of them. */
function found(query: Query, slice: LedgerSlice) {
  const row = byNumber(query);
  if (row === undefined) return lookedUp(query, slice);
  return peopleUnder(row, slice).filter(({ birthdate }) => birthdate === query.Birthdate);
}
