import { type CivilDate, dateAt } from "../../../simulator/kernel/civil-time.ts";
import type { Process } from "../../../simulator/kernel/process.ts";
import type { QualificationResult } from "../../../simulator/messages/kinds/siquc01.ts";
import type { FacilityConsentKind, FacilityKind } from "../../../simulator/population/facility.ts";
import type { ViewerRole } from "../../../simulator/rules/medical-viewers.ts";
import type { KnownConsents } from "../medical-book.ts";
import type { Benefits, MedicalConsents } from "../medical-decisions.ts";
import { apiOf, type MedicalAnswer, medicalRequest, readMedicalAnswer } from "../medical-requests.ts";
import { medicalWords } from "../medical-words.ts";
import type { InquiryKeys } from "../subject.ts";
import type { Visit } from "../visit.ts";
import { type Feature, handler, type Office, type SubjectStepOf } from "./feature.ts";

/**
 * What came of looking at medical information: shown; asked, and there is none; refused by the centre; not asked for want
 * of consent, or because the user may not; nothing came.
 */
export type MedicalOutcome = "shown" | "none" | "refused" | "not-consented" | "not-permitted" | "no-answer";

declare module "../subject.ts" {
  interface SubjectSteps {
    /** A user of a role opens a kind of medical information of the patient of a visit, so many months back. */
    readonly "view-medical": {
      readonly visit: string;
      readonly kind: FacilityConsentKind;
      readonly role: ViewerRole;
      readonly as: "xml" | "pdf";
      readonly months: number;
    };
    /** The clerk looks at limit class and specific diseases of a visit. */
    readonly "show-benefits": { readonly visit: string };
  }
  interface SubjectActs {
    /** Who looked at what, and what came of it: the entry of the audit log as well (requirements.md SYS-49). */
    readonly medical: {
      readonly visit: string;
      readonly kind: FacilityConsentKind;
      readonly role: ViewerRole;
      readonly outcome: MedicalOutcome;
      readonly file?: string;
      /** The month of care shown with the newest data, `yyyymm`. */
      readonly month?: string;
    };
    /** What is shown of limit class and diseases. */
    readonly benefits: {
      readonly visit: string;
      readonly limit?: string;
      readonly diseases: readonly { readonly category: string; readonly selfPayYen?: number }[];
    };
  }
}

const GIVEN = "1";
/** Third digit of a facility code (receipt-system-interface.md §2.11). */
const KIND_BY_TABLE: Readonly<Record<string, FacilityKind>> = { "1": "clinic", "3": "dental", "4": "pharmacy" };

/** Viewing of drugs, medical care, surgery and check-ups; limit class and specific diseases (SEQ-07, SEQ-03). */
export const medicalViews: Feature = {
  handlers: {
    ...handler("view-medical", view),
    ...handler("show-benefits", function* ({ visit }, office) {
      const { diseases, limit } = office.medical.benefits.get(visit) ?? { diseases: [] };
      office.tell({ act: "benefits", visit, ...(limit === undefined ? {} : { limit }), diseases });
      yield* [];
    }),
  },
  words: {
    medical: medicalWords,
    benefits: ({ visit, limit = "-", diseases }) => ({
      ja: `来院${visit}: 適用区分${limit}、特定疾病${diseases.length}件を表示`,
      en: `visit ${visit}: limit class ${limit} and ${diseases.length} specific diseases shown`,
    }),
  },
  imported({ visit, arrival, answer }, { medical, decisions }) {
    const insurance = answer.results.find(({ InsuredCardClassification }) => InsuredCardClassification !== "A1");
    const result = insurance ?? answer.results[0];
    if (result === undefined) return;
    const chart = visit.chart ?? visit.id;
    const shown = decisions.benefitsShown(benefitsOf(result), medical.held.get(chart));
    medical.benefits.set(visit.id, shown);
    medical.held.set(chart, shown);
    if (arrival.folder !== "face") return; // an inquiry by number says nothing of consents
    keepConsents(visit, result, "1", { medical });
  },
};

function* view(step: SubjectStepOf<"view-medical">, office: Office): Process<void> {
  const { kind, role } = step;
  const { decisions, clock, facility } = office;
  const visit = office.visit(step.visit);
  const told = { act: "medical", visit: visit.id, kind, role } as const;
  if (!decisions.mayAsk(role, kind, KIND_BY_TABLE[facility.charAt(2)] ?? "clinic"))
    return office.tell({ ...told, outcome: "not-permitted" });
  const keys = visit.imported ?? aidKeys(visit, office) ?? visit.keys;
  const known = consentsAt(visit, office);
  const flag = isConsented(known, kind) ? known?.flag : decisions.asksUnconsented(kind);
  if (keys === undefined || flag === undefined) return office.tell({ ...told, outcome: decisions.withoutConsent });
  const today = dateAt(clock.nowMs);
  const build = (identifier: string): Uint8Array =>
    medicalRequest(facility, today, identifier, { ...step, keys, flag });
  const arrival = yield* office.ask(visit.id, apiOf(kind), build);
  if (arrival === undefined) {
    office.intake.alert("no-answer", visit.id);
    return office.tell({ ...told, outcome: "no-answer" });
  }
  const answer = readMedicalAnswer(kind, arrival.bytes);
  if (answer.kind === "refused" && decisions.tellsExpiry)
    office.intake.alert("consent-expired", visit.id, arrival.name);
  if (answer.kind === "unreadable") return office.intake.refuse(arrival, "unreadable", visit.id);
  const outcome = outcomeOf(answer.kind, visit, today, office);
  office.tell({ ...told, outcome, file: arrival.name, ...monthOf(answer, today, office) });
  office.intake.remove(arrival);
}

function outcomeOf(
  kind: "data" | "none" | "refused",
  { receivedOn }: Visit,
  today: CivilDate,
  { decisions }: Office,
): MedicalOutcome {
  if (kind === "data") return decisions.showsGiven(receivedOn, today) ? "shown" : "none";
  return kind === "refused" && decisions.showsAfterRefusal ? "shown" : kind;
}

function monthOf(answer: MedicalAnswer, today: CivilDate, { decisions }: Office) {
  return answer.kind !== "data" || answer.newest === undefined
    ? {}
    : { month: decisions.monthShown(answer.newest, today.slice(0, 6)) };
}

/** Aid alone: the numbers of the ticket stand for those of an insurance (requirements.md R0-25). */
function aidKeys({ id, person }: Visit, { expenses, decisions }: Office): InquiryKeys | undefined {
  const aid = decisions.asksByTicket ? expenses.ofVisit(id).aid : undefined;
  return aid && { insurerNumber: aid.payerNumber, number: aid.recipientNumber, birthdate: person.birthdate };
}

/** The consents that count at a visit. */
function consentsAt(visit: Visit, { medical, decisions }: Office): KnownConsents | undefined {
  return decisions.consentsInForce(medical.byVisit.get(visit.id), medical.byChart.get(visit.chart ?? visit.id));
}

/** Surgery comes with the request for care, so both are needed (receipt-system-interface.md §2.11). */
function isConsented(known: KnownConsents | undefined, kind: FacilityConsentKind): boolean {
  return known?.consents[kind] === true && (kind !== "surgery" || known.consents.care);
}

/** Keeps what a patient consented to, and how: what a later check says replaces it (eligibility-rules.md §5). */
export function keepConsents(
  visit: Visit,
  row: ConsentFlags,
  flag: KnownConsents["flag"],
  { medical }: Pick<Office, "medical">,
): void {
  const known = { consents: consentsOf(row), flag };
  medical.byVisit.set(visit.id, known);
  medical.byChart.set(visit.chart ?? visit.id, known);
}

/** The flags of one person in any answer. */
type ConsentFlags = Pick<
  QualificationResult,
  "PharmacistsInfoConsFlg" | "DiagnosisInfoConsFlg" | "OperationInfoConsFlg" | "SpecificHealthCheckupsInfoConsFlg"
>;

function consentsOf(result: ConsentFlags): MedicalConsents {
  return {
    drug: result.PharmacistsInfoConsFlg === GIVEN,
    care: result.DiagnosisInfoConsFlg === GIVEN,
    surgery: result.OperationInfoConsFlg === GIVEN,
    checkup: result.SpecificHealthCheckupsInfoConsFlg === GIVEN,
  };
}

function benefitsOf(result: QualificationResult): Benefits {
  const limit = result.LimitApplicationCertificateRelatedInfo?.LimitApplicationCertificateClassificationFlag;
  const diseases = result.SpecificDiseasesCertificateList?.SpecificDiseasesCertificateInfo ?? [];
  return {
    ...(limit === undefined ? {} : { limit }),
    diseases: diseases.map(({ SpecificDiseasesDiseaseCategory: category, SpecificDiseasesSelfPay: pay }) => ({
      category,
      ...(pay === undefined ? {} : { selfPayYen: Number(pay) }),
    })),
  };
}
