import type { ConsentKind, LedgerKey, LedgerWork } from "../../simulator/central/ledger.ts";
import { type MedicalKeys, medicalSubject } from "../../simulator/central/medical/subject.ts";
import { dateAt } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { WithChanges } from "../../simulator/ledgers/ledger-store.ts";

/** Kinds a patient can be said to have consented to; the others are no matter of a request for medical information. */
export const CONSENT_OPTIONS = ["drug", "care", "surgery", "checkup"] as const satisfies readonly ConsentKind[];

/** One kind of `--consent`. */
export type ConsentOption = (typeof CONSENT_OPTIONS)[number];

/**
 * The person a request names consents at its facility, as if a card had just been laid down there; a {@link MisuseError}
 * when the request names nobody the centre knows.
 */
export function* consentNow(
  keys: MedicalKeys,
  given: readonly ConsentOption[],
  facility: string,
  nowMs: number,
): LedgerWork<WithChanges> {
  const insured: LedgerKey = ["insured", `${keys.InsurerNumber}/${keys.InsuredPersonIdentificationNumber}`];
  const ids = (yield [insured]).get("insured", insured[1])?.personIds ?? [];
  const rows = yield [insured, ...ids.map((id): LedgerKey => ["person", id])];
  const subject = medicalSubject(keys, rows, { today: dateAt(nowMs) });
  if (subject === undefined)
    throw new MisuseError("--consent", "the request names nobody the centre knows, so nobody can consent");
  const row = { atMs: nowMs, given, eligibilityOnly: false };
  return { changes: [{ table: "consent", key: `${subject.person.id}/${facility}`, row }] };
}

/** The keys of a request for medical information; undefined for every other request. */
export function medicalKeysOf(request: object): MedicalKeys | undefined {
  const header = "MessageHeader" in request ? request.MessageHeader : undefined;
  const named = typeof header === "object" && header !== null && "InsuredPersonIdentificationNumber" in header;
  return named ? (header as MedicalKeys) : undefined;
}
