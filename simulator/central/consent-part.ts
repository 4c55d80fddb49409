import { stampAt } from "../kernel/civil-time.ts";
import { CONSENT } from "../messages/code-lists.ts";
import type { QualificationResult } from "../messages/kinds/siquc01.ts";
import type { Eligibility } from "../population/person.ts";
import { consentState } from "../rules/consent-state.ts";
import { diseaseConsent } from "../rules/specific-disease.ts";
import type { ConsentRecord } from "./ledger.ts";

type MedicalKind = "checkup" | "drug" | "care" | "surgery";

/** Elements of a kind, whose names are made once: every check-in has them all. */
interface ConsentElements {
  readonly kind: MedicalKind;
  readonly flag: string;
  readonly time: string;
  readonly until: string;
}

const elementsOf = (beginning: string, kind: MedicalKind): ConsentElements => ({
  kind,
  flag: `${beginning}ConsFlg`,
  time: `${beginning}ConsTime`,
  until: `${beginning}AvailableTime`,
});

/** Elements of each kind by what they begin with (receipt-system-interface.md §2.4 rows 34 to 45). */
const ELEMENTS: readonly ConsentElements[] = [
  elementsOf("SpecificHealthCheckupsInfo", "checkup"),
  elementsOf("PharmacistsInfo", "drug"),
  elementsOf("DiagnosisInfo", "care"),
  elementsOf("OperationInfo", "surgery"),
];
/**
 * The six consents of 電子カルテ情報共有; names are ours (§8.11). They have no screens of their own here: each follows the
 * consent that OQSCD036 groups it with (傷病名 and 感染症 with surgery, アレルギー and 検査 with care, 処方 with drugs; where it
 * names none, 薬剤禁忌, with care).
 */
const EMR_ELEMENTS: readonly ConsentElements[] = [
  elementsOf("DiagnosisNameInfo", "surgery"),
  elementsOf("InfectiousInfo", "surgery"),
  elementsOf("AllergyInfo", "care"),
  elementsOf("ContraindicationInfo", "care"),
  elementsOf("TestInfo", "care"),
  elementsOf("PrescriptionInfo", "drug"),
];

/** What the consents of a check-in are told by. */
export interface ConsentTerms {
  readonly windowMs: number;
  /** With the six consents of receipt-system-interface.md §8.11. */
  readonly emr: boolean;
  /** The person is insured where there is no medical view (eligibility-rules.md §15.5). */
  readonly excluded: boolean;
}

/**
 * The consents of a check-in with a card: every flag is there, times only where it was given (§2.3 facts, §8.17; rule
 * eligibility-rules.md §5).
 */
export function consentPart(
  row: Pick<Eligibility, "diseases">,
  consent: ConsentRecord,
  { windowMs, emr, excluded }: ConsentTerms,
): Partial<QualificationResult> {
  const parts: Record<string, unknown> = { ...diseasePart(row, consent) };
  const { atMs, given, eligibilityOnly } = consent;
  const [time, until] = [stampAt(atMs), stampAt(atMs + windowMs)];
  for (const elements of emr ? [...ELEMENTS, ...EMR_ELEMENTS] : ELEMENTS) {
    const flag = consentState.decide({
      grace: eligibilityOnly,
      excluded,
      choice: given.includes(elements.kind) ? "given" : "refused",
      ageMs: 0, // the answer is made as the patient consents
      windowMs,
    }).result;
    parts[elements.flag] = flag;
    if (flag !== CONSENT.given) continue;
    parts[elements.time] = time;
    parts[elements.until] = until;
  }
  return parts;
}

/** Specific diseases: all that are registered, with their own consent only (eligibility-rules.md §4.5). */
function diseasePart(
  { diseases = [] }: Pick<Eligibility, "diseases">,
  consent: ConsentRecord,
): Partial<QualificationResult> {
  const agreed = !consent.eligibilityOnly && consent.given.includes("disease");
  if (!diseaseConsent.decide({ path: "card", agreed }).result)
    return { SpecificDiseasesCertificateRelatedConsFlg: CONSENT.none };
  return {
    SpecificDiseasesCertificateRelatedConsFlg: CONSENT.given,
    SpecificDiseasesCertificateRelatedConsTime: stampAt(consent.atMs),
    ...(diseases.length === 0
      ? {}
      : {
          SpecificDiseasesCertificateList: {
            SpecificDiseasesCertificateInfo: diseases.map(({ category, issued, validFrom, validUntil, selfPay }) => ({
              SpecificDiseasesDiseaseCategory: category,
              ...(issued && { SpecificDiseasesCertificateDate: issued }),
              ...(validFrom && { SpecificDiseasesValidStartDate: validFrom }),
              ...(validUntil && { SpecificDiseasesValidEndDate: validUntil }),
              ...(selfPay && { SpecificDiseasesSelfPay: selfPay }),
            })),
          },
        }),
  };
}
