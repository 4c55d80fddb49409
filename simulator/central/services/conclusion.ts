import { REFERENCE } from "../../messages/code-lists.ts";
import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import type { ConsentKind, ConsentRecord, LedgerChange, LedgerKey } from "../ledger.ts";
import {
  consentPart,
  eligibilityResult,
  limitPart,
  qualificationAnswer,
  type Remark,
} from "../qualification-answer.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";
import { service } from "../service.ts";

type Kind = CardDialogue["SIMconclude"];

/** The end of a check-in: keeps the consents and answers with the eligibility (eligibility-rules.md §3.2, §5). */
export const conclusion = service<Kind["query"], object>({
  serves: "SIMconclude",
  title: { ja: "同意の登録と資格の回答（模擬独自）", en: "keep consents, answer eligibility (ours)" },
  badField: (query) => firstBadField("SIMconclude", query),
  touches({ DialogueId }, slice, { facility }) {
    const personId = slice.get("dialogue", DialogueId)?.personId;
    const keys: LedgerKey[] = [["dialogue", DialogueId]];
    if (personId !== undefined) keys.push(["person", personId], ["consent", `${personId}/${facility.code}`]);
    return keys;
  },
  answer({ DialogueId, Asked, Given, PrescriptionIssueSelect }, slice, cx) {
    const { nowMs, today, policy, facility } = cx;
    const dialogue = slice.get("dialogue", DialogueId);
    const person = dialogue === undefined ? undefined : slice.get("person", dialogue.personId);
    if (
      dialogue === undefined ||
      person === undefined ||
      dialogue.facility !== facility.code ||
      dialogue.expiresAtMs < nowMs
    ) {
      return { refused: "SIM-E-007" };
    }
    const consent: ConsentRecord = {
      atMs: nowMs,
      given: Given.split(" ").filter((kind): kind is ConsentKind => kind !== ""),
      eligibilityOnly: dialogue.eligibilityOnly,
    };
    const { validity, rows } = judgeByCard(person, today);
    // Since 2024-10-07 limit data are given with the card without a question (eligibility-rules.md §5).
    const limitAgreed = Asked.split(" ").includes("limit") ? consent.given.includes("limit") : !policy.limitScreenAsked;
    const results = rows.map((row) => ({
      ...eligibilityResult(person, row),
      ...limitPart(row, limitAgreed, nowMs),
      ...consentPart(row, consent, policy.consentWindowMs),
    }));
    const remark: Remark | undefined = dialogue.eligibilityOnly
      ? "SIM-W-304"
      : dialogue.nearEnd
        ? "SIM-W-303"
        : undefined;
    const changes: readonly LedgerChange[] = [
      { table: "dialogue", key: DialogueId, row: undefined },
      { table: "consent", key: `${dialogue.personId}/${facility.code}`, row: consent },
    ];
    const envelope = {
      reference: REFERENCE.card,
      confirmedOn: today,
      validity,
      results,
      ...(remark === undefined ? {} : { remark }),
      ...(PrescriptionIssueSelect === undefined ? {} : { prescription: PrescriptionIssueSelect }),
    };
    return { answer: qualificationAnswer(envelope, cx), changes };
  },
});
