import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import { coversOn } from "../../rules/coverage.ts";
import { protectionOf } from "../../rules/protection.ts";
import { shownRows } from "../../rules/validity-by-card.ts";
import { aidStateAt } from "../../rules/validity-by-ticket.ts";
import type { LedgerKey } from "../ledger.ts";
import { service } from "../service.ts";

type Kind = CardDialogue["SIMregister"];

/**
 * First registration at the counter: possible where the centre has an eligibility of the person, else it fails
 * (eligibility-rules.md §3.2 row 4, requirements.md R3-36). It takes effect at once; a delay is a fault.
 */
export const registration = service<Kind["query"], Kind["answer"]>({
  serves: "SIMregister",
  title: { ja: "健康保険証利用登録（模擬独自）", en: "first registration (ours)" },
  badField: (query) => firstBadField("SIMregister", query),
  touches({ DialogueId }, slice) {
    const personId = slice.get("dialogue", DialogueId)?.personId;
    const keys: LedgerKey[] = [["dialogue", DialogueId]];
    if (personId !== undefined) keys.push(["person", personId], ["aid", personId], ["registration", personId]);
    return keys;
  },
  answer({ DialogueId }, slice, cx) {
    const { nowMs, today, facility } = cx;
    const dialogue = slice.get("dialogue", DialogueId);
    if (dialogue === undefined || dialogue.facility !== facility.code || dialogue.expiresAtMs < nowMs)
      return { refused: "SIM-E-007" };
    const before = slice.get("registration", dialogue.personId);
    if (before !== undefined && before.effectiveAtMs > nowMs) return { answer: { Outcome: "pending" }, changes: [] };
    const person = slice.get("person", dialogue.personId);
    // Aid counts as well: its conditions of use name the registration of the card (eligibility-rules.md §13.2).
    const aid = cx.policy.medicalAidOnline ? slice.get("aid", dialogue.personId) : undefined;
    const shown = person !== undefined && protectionOf(person, "registration") !== "nobody";
    const insured = shown && shownRows(person).some((row) => coversOn(row, today));
    const aided = aid !== undefined && aidStateAt(aid, facility.code, today) !== "ended";
    if (!insured && !(aided && shown)) return { answer: { Outcome: "failed" }, changes: [] };
    const row = { effectiveAtMs: nowMs };
    return { answer: { Outcome: "registered" }, changes: [{ table: "registration", key: dialogue.personId, row }] };
  },
});
