import { badScreenField, type WebScreens } from "../../messages/kinds/web-screens.ts";
import { disasterView as rule } from "../../rules/disaster-view.ts";
import { matchesOf } from "../../rules/validity-by-number.ts";
import { OPEN_SCOPES } from "../gates.ts";
import type { LedgerKey, LedgerSlice } from "../ledger.ts";
import { lookedUp, lookedUpKeys } from "../looked-up.ts";
import { disasterMedical } from "../medical/disaster-medical.ts";
import { numberKeys } from "../number-search.ts";
import { type CentralContext, service } from "../service.ts";
import { insuredRow, keysUnder, peopleUnder } from "../under-number.ts";
import { logged, viewLogKeys } from "../view-log.ts";
import { type FoundWithoutCard, foundWithoutCard } from "../without-card.ts";

type Kind = WebScreens["SIMdisasterView"];
type Query = Kind["query"];
const SCREEN = "SIMdisasterView";

/**
 * 災害時の特別措置: without a card, by number or by items, inside the area and period the ministry opened. Medical information
 * too, and insurer number with branch, so that nobody claims an unknown insurance; every view is logged (§15.2).
 */
export const disasterView = service<Query, Kind["answer"]>({
  serves: SCREEN,
  title: { ja: "災害時の閲覧（模擬独自）", en: "view in a disaster (ours)" },
  badField: (query) => badScreenField(SCREEN, query),
  touches: (query, slice, cx) => [
    ["disasterScopes", OPEN_SCOPES],
    ...searchKeys(query, slice),
    ...found(query, slice, cx).flatMap(({ person }) => viewLogKeys(SCREEN, person, slice, cx)),
  ],
  answer(query, slice, cx) {
    const people = found(query, slice, cx);
    const { result } = rule.decide({
      scopes: slice.get("disasterScopes", OPEN_SCOPES)?.scopes ?? [],
      municipality: cx.facility.municipality,
      on: cx.today,
      purpose: query.Purpose,
      consent: query.Consent,
      found: people.length,
    });
    const [one] = people;
    if (result !== "shown" || one === undefined) return { answer: { Outcome: result, Results: [] }, changes: [] };
    return {
      answer: { Outcome: result, Results: one.results, ...disasterMedical(one, cx) },
      changes: [logged(SCREEN, one.person, slice, cx)],
    };
  },
});

const isByNumber = ({ InsurerNumber = "" }: Query): boolean => InsurerNumber !== "";

function searchKeys(query: Query, slice: LedgerSlice): readonly LedgerKey[] {
  if (!isByNumber(query)) return lookedUpKeys(query, slice);
  return keysUnder(insuredRow(query), slice, (id) => [["aid", id]]);
}

/** By number as an inquiry finds: birth date, and symbol and branch where given, decide among those who share it (§3.3, V8). */
function found(query: Query, slice: LedgerSlice, cx: CentralContext): readonly FoundWithoutCard[] {
  const people = isByNumber(query)
    ? matchesOf(numberKeys(query), peopleUnder(insuredRow(query), slice), cx.today).map(({ person }) => person)
    : lookedUp(query, slice);
  return foundWithoutCard(people, cx.today, slice, cx);
}
