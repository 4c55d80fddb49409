import { REFERENCE } from "../../messages/code-lists.ts";
import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import { limitConsent } from "../../rules/limit-consent.ts";
import { isHeldBack } from "../../rules/protection.ts";
import { judgeByCard } from "../../rules/validity-by-card.ts";
import { aidStateAt } from "../../rules/validity-by-ticket.ts";
import { type AidPart, aidPart } from "../aid-records.ts";
import { limitOn } from "../benefits-on.ts";
import { consentPart } from "../consent-part.ts";
import type { ConsentKind, ConsentRecord, DialogueRow, LedgerChange, LedgerKey } from "../ledger.ts";
import { limitToldNow } from "../limit-told.ts";
import { areExcluded } from "../medical/excluded.ts";
import { eligibilityResult, limitPart, qualificationAnswer, type Remark } from "../qualification-answer.ts";
import { referenceKeyOf, referencePart } from "../reference.ts";
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
    if (personId !== undefined)
      keys.push(
        ["person", personId],
        ["aid", personId],
        ["consent", `${personId}/${facility.code}`],
        referenceKeyOf(personId, facility.code),
      );
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
      given: consentedTo(Asked, Given),
      eligibilityOnly: dialogue.eligibilityOnly,
    };
    const held = isHeldBack(person);
    const known = policy.medicalAidOnline && !held ? slice.get("aid", person.id) : undefined;
    const judged = judgeByCard(person, today, known && aidStateAt(known, facility.code, today));
    const { rows } = judged;
    const aid = known && aidPart(person, known, rows, today, cx);
    // Which of the two speaks where they differ (receipt-system-interface.md §8.26, ours).
    const validity = aid !== undefined && cx.profile.aid.validity === "aid" ? aid.validity : judged.validity;
    const limitAgreed = limitConsent.decide({
      path: "card",
      screenAsked: policy.limitScreenAsked,
      answered: Asked.split(" ").includes("limit") ? consent.given.includes("limit") : undefined,
    }).result;
    const reference = referencePart(person.id, slice, cx);
    const terms = {
      windowMs: policy.consentWindowMs,
      emr: cx.profile.ext.emr,
      excluded: areExcluded(rows),
    };
    const insurances = rows.map((row) => ({
      ...eligibilityResult(person, row, today),
      ...limitPart(limitOn(row, today), limitAgreed, nowMs),
      ...consentPart(row, consent, terms),
      ...reference,
    }));
    // The consents stand once: with the insurance, or with the aid of somebody who has none (requirements.md R0-25).
    const alone = insurances.length === 0 ? consentPart({}, consent, terms) : {};
    const aids = (aid?.records ?? []).map((record, at) => ({ ...record, ...(at === 0 ? alone : {}), ...reference }));
    const results = [...insurances, ...aids];
    const remark = remarkOf(dialogue, aid);
    const changes: readonly LedgerChange[] = [
      { table: "dialogue", key: DialogueId, row: undefined },
      { table: "consent", key: `${dialogue.personId}/${facility.code}`, row: consent },
      ...subsidyConsent(Asked, Given, `${dialogue.personId}/${facility.code}`, nowMs),
      ...(limitAgreed ? rows.slice(0, 1).map((row) => limitToldNow(person.id, limitOn(row, today), cx)) : []),
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

/** Kinds consented to. A yes to what nobody was asked is no consent; certificates of 医療費助成 are kept elsewhere. */
function consentedTo(asked: string, given: string): readonly ConsentKind[] {
  const kinds = asked.split(" ");
  return given
    .split(" ")
    .filter((kind): kind is ConsentKind => kind !== "" && kind !== "subsidy" && kinds.includes(kind));
}

/**
 * The one code an answer has room for (receipt-system-interface.md §2.3 no. 13). That the certificate ends stands nowhere
 * else in it and comes first; what there is to say of the aid stands in its record too, as flags and numbers left out
 * (§8.25). The order is ours.
 */
function remarkOf(
  { eligibilityOnly, nearEnd }: Pick<DialogueRow, "eligibilityOnly" | "nearEnd">,
  aid: AidPart | undefined,
): Remark | undefined {
  if (eligibilityOnly) return "SIM-W-304";
  return nearEnd ? "SIM-W-303" : aid?.remark;
}

/** What the patient answered about certificates of 医療費助成, where it was asked; a refusal takes an earlier answer back. */
function subsidyConsent(asked: string, given: string, key: string, atMs: number): readonly LedgerChange[] {
  if (!asked.split(" ").includes("subsidy")) return [];
  return [{ table: "subsidyConsent", key, row: given.split(" ").includes("subsidy") ? { atMs } : undefined }];
}
