import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import type { LedgerKey } from "../ledger.ts";
import { coversOn } from "../../rules/coverage.ts";
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
    if (personId !== undefined) keys.push(["person", personId], ["registration", personId]);
    return keys;
  },
  answer({ DialogueId }, slice, { nowMs, today, facility }) {
    const dialogue = slice.get("dialogue", DialogueId);
    if (dialogue === undefined || dialogue.facility !== facility.code || dialogue.expiresAtMs < nowMs)
      return { refused: "SIM-E-007" };
    const before = slice.get("registration", dialogue.personId);
    if (before !== undefined && before.effectiveAtMs > nowMs) return { answer: { Outcome: "pending" }, changes: [] };
    const person = slice.get("person", dialogue.personId);
    const known = person?.flags?.onHold !== true && (person?.eligibilities ?? []).some((row) => coversOn(row, today));
    if (!known) return { answer: { Outcome: "failed" }, changes: [] };
    const row = { effectiveAtMs: nowMs };
    return { answer: { Outcome: "registered" }, changes: [{ table: "registration", key: dialogue.personId, row }] };
  },
});
