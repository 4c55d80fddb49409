import { badScreenField, type WebScreens } from "../../messages/kinds/web-screens.ts";
import { outageLookup as rule } from "../../rules/outage-lookup.ts";
import { earlierKeys } from "../earlier-rows.ts";
import "../gates.ts";
import type { LedgerSlice } from "../ledger.ts";
import { lookedUp, lookedUpKeys } from "../looked-up.ts";
import { dayAsked } from "../number-search.ts";
import { type CentralContext, service } from "../service.ts";
import { logged, viewLogKeys } from "../view-log.ts";
import { type FoundWithoutCard, foundWithoutCard } from "../without-card.ts";

type Kind = WebScreens["SIMoutageLookup"];
const SCREEN = "SIMoutageLookup";

/** 資格情報照会（システム障害時）: eligibility on a day of one person by four items, once the gate is open (§15.1). Nothing medical. */
export const outageLookup = service<Kind["query"], Kind["answer"]>({
  serves: SCREEN,
  title: { ja: "障害時の資格情報照会（模擬独自）", en: "look-up after an outage (ours)" },
  badField: (query) => badScreenField(SCREEN, query),
  touches: (query, slice, cx) => [
    ["outageGate", cx.facility.code],
    ...lookedUpKeys(query, slice),
    ...lookedUp(query, slice).flatMap(({ id }) => earlierKeys(id, dayAsked(query.Day, cx), cx)),
    ...found(query, slice, cx).flatMap(({ person }) => viewLogKeys(SCREEN, person, slice, cx)),
  ],
  answer(query, slice, cx) {
    const { Name = "", Birthdate = "", Sex = "", Address = "", InsurerName = "" } = query;
    const opensAtMs = slice.get("outageGate", cx.facility.code)?.opensAtMs ?? Number.POSITIVE_INFINITY;
    const people = found(query, slice, cx);
    const { result } = rule.decide({
      open: opensAtMs <= cx.nowMs,
      name: Name,
      birthdate: Birthdate,
      sex: Sex,
      address: Address,
      insurerName: InsurerName,
      found: people.length,
    });
    const [one] = people;
    if (result !== "eligibility" || one === undefined) return { answer: { Outcome: result, Results: [] }, changes: [] };
    return {
      answer: { Outcome: result, Results: one.results },
      changes: [logged(SCREEN, one.person, slice, cx)],
    };
  },
});

function found(query: Kind["query"], slice: LedgerSlice, cx: CentralContext): readonly FoundWithoutCard[] {
  return foundWithoutCard(lookedUp(query, slice), dayAsked(query.Day, cx), slice, cx);
}
