import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import type { SubjectAct, SubjectStep } from "../subject.ts";
import { attachment } from "./attachment.ts";
import { bulkInquiries } from "./bulk-inquiries.ts";
import { certificates } from "./certificates.ts";
import { charge } from "./charge.ts";
import { claimNotices } from "./claim-notices.ts";
import { claims } from "./claims.ts";
import { consentedPatients } from "./consented-patients.ts";
import type { ActWords, Feature, Handler } from "./feature.ts";
import { medicalAid } from "./medical-aid.ts";
import { medicalViews } from "./medical-views.ts";
import { payers } from "./payers.ts";
import { printedData } from "./printed-data.ts";
import { proofs } from "./proofs.ts";
import { referenceNumbers } from "./reference-numbers.ts";
import { typedData } from "./typed-data.ts";

/** Abilities of the reference receipt system beside reception. One line a feature. */
export const features: readonly Feature[] = [
  consentedPatients,
  attachment,
  medicalAid,
  medicalViews,
  certificates,
  payers,
  charge,
  claimNotices,
  claims,
  proofs,
  bulkInquiries,
  printedData,
  referenceNumbers,
  typedData,
];

const handlers: Readonly<Record<string, Handler>> = Object.assign({}, ...features.map((feature) => feature.handlers));

const words: ActWords = Object.assign({}, ...features.map((feature) => feature.words ?? {}));

/** An act of a feature in a line. */
export function wordsOfAct(act: SubjectAct): Bilingual {
  const say = words[act.act] as ((act: SubjectAct) => Bilingual) | undefined;
  return say?.(act) ?? { ja: act.act, en: act.act };
}

/** Who carries out a step. */
export function handlerOf({ do: kind }: SubjectStep): Handler {
  const found = handlers[kind];
  ensure(found !== undefined, `no feature carries out ${kind}: add its line to harness/subjects/features/index.ts`);
  return found;
}
