import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { MedicalKind, ViewerRole } from "../../simulator/rules/medical-viewers.ts";
import type { SubjectActs } from "./subject.ts";

/** Who looks. */
export const viewerRoleNames: Readonly<Record<ViewerRole, Bilingual>> = {
  doctor: { ja: "医師", en: "a doctor" },
  dentist: { ja: "歯科医師", en: "a dentist" },
  pharmacist: { ja: "薬剤師", en: "a pharmacist" },
  assigned: { ja: "指定された有資格者", en: "assigned staff" },
  clerk: { ja: "事務職員", en: "a clerk" },
};
/** What is looked at. */
export const medicalKindNames: Readonly<Record<MedicalKind, Bilingual>> = {
  drug: { ja: "薬剤情報", en: "drugs" },
  care: { ja: "診療情報", en: "medical care" },
  surgery: { ja: "手術情報", en: "surgery" },
  checkup: { ja: "特定健診情報", en: "check-ups" },
};
/** What came of it. */
export const medicalOutcomeNames: Readonly<Record<SubjectActs["medical"]["outcome"], Bilingual>> = {
  shown: { ja: "表示", en: "shown" },
  none: { ja: "データなしと表示", en: "shown as none" },
  refused: { ja: "中央が拒否", en: "refused by the centre" },
  "not-consented": { ja: "同意がないため要求せず", en: "not asked for, no consent" },
  "not-permitted": { ja: "閲覧できない職種のため要求せず", en: "not asked for, the role may not view" },
  "no-answer": { ja: "応答なし", en: "no answer" },
};

/** Who looked at what, and what came of it, in a line. */
export function medicalWords({ visit, kind, role, outcome, month }: SubjectActs["medical"]): Bilingual {
  const until = month === undefined ? undefined : `${month.slice(0, 4)}-${month.slice(4)}`;
  return {
    ja: `来院${visit}: ${viewerRoleNames[role].ja}が${medicalKindNames[kind].ja}を開く → ${medicalOutcomeNames[outcome].ja}${until === undefined ? "" : `（最新 ${until}）`}`,
    en: `visit ${visit}: ${viewerRoleNames[role].en} opens ${medicalKindNames[kind].en}: ${medicalOutcomeNames[outcome].en}${until === undefined ? "" : ` (newest ${until})`}`,
  };
}
