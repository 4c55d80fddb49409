import { verify } from "node:crypto";
import { fromHex, toHex } from "../../kernel/bytes.ts";
import { MINUTE_MS } from "../../kernel/civil-time.ts";
import { type CardDialogue, firstBadField } from "../../messages/kinds/card-dialogue.ts";
import type { Standing } from "../../pki/validation.ts";
import type { FacilityConsentKind } from "../../population/facility.ts";
import type { InsuredPerson } from "../../population/person.ts";
import { consentScreens } from "../../rules/consent-screens.ts";
import { coversOn } from "../../rules/coverage.ts";
import { protectionOf } from "../../rules/protection.ts";
import { shownRows } from "../../rules/validity-by-card.ts";
import { consentKindsOf, settingsKey } from "../facility-settings.ts";
import type { LedgerKey } from "../ledger.ts";
import { areExcluded } from "../medical/excluded.ts";
import { type CentralContext, service } from "../service.ts";
import { asksForSubsidies, subsidyKeys } from "../subsidy-leg.ts";

type Kind = CardDialogue["SIMauthenticate"];
/** Longest time a patient spends on the screens that follow (ours). */
const DIALOGUE_MS = 10 * MINUTE_MS;
const KINDS = ["checkup", "drug", "care", "surgery", "disease"] as const;
const USABLE: ReadonlySet<Standing> = new Set(["valid", "near-end", "grace"]);

/**
 * Who holds this card? The signature over our challenge proves the key, the certificate's standing decides whether it
 * may be used, its serial (発行番号) leads to the person the insurers linked. Rows 2 and 3 of the CARD path
 * (eligibility-rules.md §3.2).
 */
export const authentication = service<Kind["query"], Kind["answer"]>({
  serves: "SIMauthenticate",
  title: { ja: "利用者証明の検証（模擬独自）", en: "verify the user's proof (ours)" },
  badField: (query) => firstBadField("SIMauthenticate", query),
  presents: ({ Certificate }) => fromHex(Certificate),
  touches({ ChallengeId }, slice, cx) {
    const { presented } = cx;
    const keys: LedgerKey[] = [["challenge", ChallengeId], settingsKey(cx.facility)];
    if (presented === undefined) return keys;
    const serial = presented.certificate.serial;
    keys.push(["link", serial]);
    const personId = slice.get("link", serial)?.personId;
    if (personId !== undefined)
      keys.push(["person", personId], ["registration", personId], ...subsidyKeys(personId, slice, cx));
    return keys;
  },
  answer({ ChallengeId, Signature }, slice, cx) {
    const { presented, nowMs, facility, rng } = cx;
    const given = slice.get("challenge", ChallengeId);
    const used = { table: "challenge", key: ChallengeId, row: undefined } as const;
    const refused = (Outcome: "certificate-refused" | "person-refused") => ({ answer: { Outcome }, changes: [used] });
    if (given === undefined || given.facility !== facility.code || given.expiresAtMs < nowMs)
      return { refused: "SIM-E-007" };
    if (presented === undefined || !USABLE.has(presented.standing)) return refused("certificate-refused");
    const { certificate, standing } = presented;
    if (!verify("sha256", fromHex(given.bytes), certificate.publicKey, fromHex(Signature)))
      return refused("certificate-refused");
    const personId = slice.get("link", certificate.serial)?.personId;
    const person = personId === undefined ? undefined : slice.get("person", personId);
    if (personId === undefined || person === undefined) return refused("certificate-refused");
    // 自己情報提供不可: the card is refused, first registration too (eligibility-rules.md §15.3).
    if (protectionOf(person, "card") === "refused") return refused("person-refused");
    const registered = (slice.get("registration", personId)?.effectiveAtMs ?? Number.POSITIVE_INFINITY) <= nowMs;
    const dialogue = toHex(rng.bytes(8));
    return {
      answer: {
        Outcome: "recognised",
        DialogueId: dialogue,
        Name: person.name,
        Registered: registered ? "1" : "0",
        CertificateStanding: standing === "grace" || standing === "near-end" ? standing : "valid",
        Asks: [
          ...kindsToAsk(consentKindsOf(facility, slice), person, standing === "grace", cx),
          ...(asksForSubsidies(personId, cx.today, slice, cx) ? ["subsidy"] : []),
        ].join(" "),
      },
      changes: [
        used,
        {
          table: "dialogue",
          key: dialogue,
          row: {
            personId,
            facility: facility.code,
            eligibilityOnly: standing === "grace",
            nearEnd: standing === "near-end",
            expiresAtMs: nowMs + DIALOGUE_MS,
          },
        },
      ],
    };
  },
});

/** By the rule of the screens; limit always, for the reader knows whether to show that screen (§5). */
function kindsToAsk(
  facility: readonly FacilityConsentKind[],
  person: InsuredPerson,
  grace: boolean,
  { today, policy: { limitScreenAsked, bundledConsent: bundled } }: CentralContext,
): readonly string[] {
  const rows = shownRows(person).filter((row) => coversOn(row, today));
  const hasDisease = rows.some(({ diseases = [] }) => diseases.length > 0);
  const known = { facility, grace, excluded: areExcluded(rows), hasDisease, limitScreenAsked, bundled };
  const asked = (kind: FacilityConsentKind | "disease"): boolean =>
    consentScreens.decide({ ...known, kind }).result !== "not-asked";
  return [...KINDS.filter(asked), "limit"];
}
