import { badScreenField, type WebScreens } from "../../messages/kinds/web-screens.ts";
import { outageLookup as rule } from "../../rules/outage-lookup.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";
import { earlierKeys, rowOn } from "../earlier-rows.ts";
import "../gates.ts";
import { logged, lookedUp, lookedUpKeys } from "../looked-up.ts";
import { dayAsked } from "../number-search.ts";
import { eligibilityResult } from "../qualification-answer.ts";
import { service } from "../service.ts";

type Kind = WebScreens["SIMoutageLookup"];

/** 資格情報照会（システム障害時）: eligibility on a day of one person by four items, once the gate is open (§15.1). Nothing medical. */
export const outageLookup = service<Kind["query"], Kind["answer"]>({
  serves: "SIMoutageLookup",
  title: { ja: "障害時の資格情報照会（模擬独自）", en: "look-up after an outage (ours)" },
  badField: (query) => badScreenField("SIMoutageLookup", query),
  touches: (query, slice, cx) => [
    ["outageGate", cx.facility.code],
    ...lookedUpKeys(query, slice),
    ...lookedUp(query, slice).flatMap(({ id }) => earlierKeys(id, dayAsked(query.Day, cx), cx)),
  ],
  answer(query, slice, cx) {
    const { Name = "", Birthdate = "", Sex = "", Address = "", InsurerName = "", Day } = query;
    const opensAtMs = slice.get("outageGate", cx.facility.code)?.opensAtMs ?? Number.POSITIVE_INFINITY;
    const people = lookedUp(query, slice);
    const { result } = rule.decide({
      open: opensAtMs <= cx.nowMs,
      name: Name,
      birthdate: Birthdate,
      sex: Sex,
      address: Address,
      insurerName: InsurerName,
      found: people.length,
    });
    const [person] = people;
    if (result !== "eligibility" || person === undefined)
      return { answer: { Outcome: result, Results: [] }, changes: [] };
    const day = dayAsked(Day, cx);
    const rows = judgeByCard(person, day).rows.map((row) => rowOn(person.id, row, day, slice, cx));
    return {
      answer: { Outcome: result, Results: rows.map((row) => eligibilityResult(person, row, day)) },
      changes: [logged("SIMoutageLookup", person, cx)],
    };
  },
});
