import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import type { LedgerKey } from "../ledger.ts";
import { service } from "../service.ts";
import { subsidyBlocks, subsidyKeys } from "../subsidy-leg.ts";
import { subsidyResult } from "../subsidy-result.ts";

type Kind = CardDialogue["SIMsubsidy"];

/** The second leg of a check-in: the patient answered 利用する, and PMH is asked for certificates (requirements.md R4-04). */
export const subsidiesByCard = service<Kind["query"], object>({
  serves: "SIMsubsidy",
  title: { ja: "医療費助成の回答（模擬独自）", en: "answer about medical subsidies (ours)" },
  badField: (query) => firstBadField("SIMsubsidy", query),
  touches({ DialogueId }, slice, cx) {
    const personId = slice.get("dialogue", DialogueId)?.personId;
    const keys: LedgerKey[] = [["dialogue", DialogueId]];
    if (personId !== undefined) keys.push(["person", personId], ...subsidyKeys(personId, slice, cx));
    return keys;
  },
  answer({ DialogueId }, slice, cx) {
    const dialogue = slice.get("dialogue", DialogueId);
    const person = dialogue === undefined ? undefined : slice.get("person", dialogue.personId);
    if (
      dialogue === undefined ||
      person === undefined ||
      dialogue.facility !== cx.facility.code ||
      dialogue.expiresAtMs < cx.nowMs
    ) {
      return { refused: "SIM-E-007" };
    }
    return { answer: subsidyResult(subsidyBlocks(person, cx.today, true, slice, cx), cx), changes: [] };
  },
});
