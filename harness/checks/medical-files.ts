import type { Trace } from "../../simulator/kernel/trace.ts";
import { decodeMessage, tkkSiquc01, writeText, yzkSiquc01 } from "../../simulator/messages/index.ts";
import type { QualificationResult } from "../../simulator/messages/kinds/siquc01.ts";
import type { MedicalKind } from "../../simulator/rules/medical-viewers.ts";
import { answersOf, isPdf, personAt, personIn, visitAskedFor, visitOf } from "./reading.ts";

/** Consent to each kind of medical information. */
export type ConsentFlags = Readonly<Record<MedicalKind, boolean>>;

/** A request for medical information as evidence. */
export interface MedicalRequestEvidence {
  readonly seq: number;
  /** File name in small letters. */
  readonly name: string;
  readonly visit: string | undefined;
  /** The kind that must be consented to for it. */
  readonly kind: MedicalKind;
  /** OQSCD028: rests on a consent given from afar, not on a card. */
  readonly fromAfar: boolean;
}

/** An answer with medical information, or a refusal, as evidence. */
export interface MedicalAnswerEvidence {
  readonly seq: number;
  /** File name in small letters. */
  readonly name: string;
  /** True when it gives data, as a PDF or with result code 1. */
  readonly given: boolean;
  /** Of data as XML: months of care of what it holds, by kind; of check-ups the months of the check-ups. */
  readonly months?: Readonly<Partial<Record<MedicalKind, readonly string[]>>>;
}

const REQUEST = /^(YZK|TKK)siquc01req_/i;
const ANSWER = /^(YZK|TKK)siquc01res_/i;
const WITH_CARE = new Set(["3", "4"]);
const FROM_AFAR = new Set(["2", "3"]);
const OPERATION = "50";

/** Requests for medical information in the order they were written; those nobody can read are left to other checks. */
export function medicalRequestsOf(trace: Trace): readonly MedicalRequestEvidence[] {
  return trace.on("exchange.file").flatMap((crossing): readonly MedicalRequestEvidence[] => {
    const { seq, message } = crossing;
    const { name, change, folder, text, encoding } = message;
    if (change !== "written" || folder !== "req" || text === undefined || encoding === undefined) return [];
    const system = REQUEST.exec(name)?.[1]?.toUpperCase();
    if (system === undefined) return [];
    const bytes = writeText(text, encoding);
    const file = name.toLowerCase();
    const visit = visitAskedFor(trace, file);
    if (system === "TKK") {
      const decoded = decodeMessage(tkkSiquc01.request, bytes);
      if (!decoded.ok) return [];
      const fromAfar = FROM_AFAR.has(decoded.record.MessageBody.MedicalTreatmentFlag ?? "");
      return [{ seq, name: file, visit, kind: "checkup" as const, fromAfar }];
    }
    const decoded = decodeMessage(yzkSiquc01.request, bytes);
    if (!decoded.ok) return [];
    const { FileCategory, MedicalTreatmentFlag = "" } = decoded.record.MessageBody;
    const kind = WITH_CARE.has(FileCategory) ? ("care" as const) : ("drug" as const);
    return [{ seq, name: file, visit, kind, fromAfar: FROM_AFAR.has(MedicalTreatmentFlag) }];
  });
}

/** Answers with medical information in the order they were written. */
export function medicalAnswersOf(trace: Trace): readonly MedicalAnswerEvidence[] {
  return trace.on("exchange.file").flatMap(({ seq, message: file }) => {
    const { name, change, folder, text, encoding } = file;
    const system = ANSWER.exec(name)?.[1]?.toUpperCase();
    if (change !== "written" || folder !== "res" || system === undefined) return [];
    const evidence = { seq, name: name.toLowerCase() };
    if (isPdf(file)) return [{ ...evidence, given: true }];
    if (text === undefined || encoding === undefined) return [];
    const read = (system === "TKK" ? checkups : claims)(writeText(text, encoding));
    return read === undefined ? [] : [{ ...evidence, ...read }];
  });
}

function claims(bytes: Uint8Array): Omit<MedicalAnswerEvidence, "seq" | "name"> | undefined {
  const decoded = decodeMessage(yzkSiquc01.answer, bytes);
  if (!decoded.ok) return undefined;
  const { MessageHeader, MessageBody } = decoded.record;
  const held = MessageBody.MeTrMonthInf.flatMap(({ MeTrMonth = "", DiDateInfs }) =>
    (DiDateInfs?.DiDateInf ?? []).flatMap(({ DrugInfs, MeTrInfs }) => [
      ...(DrugInfs === undefined ? [] : [{ kind: "drug", month: MeTrMonth }]),
      ...(MeTrInfs?.MeTrInf ?? []).map((act) => ({
        kind: act.MeTrIdCl === OPERATION ? "surgery" : "care",
        month: MeTrMonth,
      })),
    ]),
  );
  const of = (wanted: string) => held.filter(({ kind }) => kind === wanted).map(({ month }) => month);
  const given = MessageHeader.ResultCode === "1";
  return { given, months: { drug: of("drug"), care: of("care"), surgery: of("surgery") } };
}

function checkups(bytes: Uint8Array): Omit<MedicalAnswerEvidence, "seq" | "name"> | undefined {
  const decoded = decodeMessage(tkkSiquc01.answer, bytes);
  if (!decoded.ok) return undefined;
  const { MessageHeader, MessageBody } = decoded.record;
  const months = MessageBody.SpecificHealthCheckupInfo.map(({ EffectiveTime }) => EffectiveTime.slice(0, 6));
  return { given: MessageHeader.ResultCode === "1", months: { checkup: months } };
}

/** What the patient of a visit consented to at the last card check before a moment. */
export interface ConsentEvidence {
  readonly seq: number;
  readonly flags: ConsentFlags;
  /** The last second of each consent by `…AvailableTime`, `yyyymmddHHMMSS`; empty where none is told. */
  readonly until: Readonly<Record<MedicalKind, string>>;
}

/** What the patient of a visit had consented to when something was written: the flags of the last card check before it. */
export function consentsBefore(trace: Trace, visit: string | undefined, seq: number): ConsentEvidence | undefined {
  const person = visit === undefined ? undefined : personAt(trace, visit);
  const last = answersOf(trace).findLast((answer) => {
    if (answer.seq > seq || answer.file.folder !== "face") return false;
    const other = visitOf(trace, answer);
    const of = other === undefined ? undefined : personAt(trace, other);
    return of !== undefined && of.name === person?.name && of.birthdate === person.birthdate;
  });
  const row = last && personIn(last);
  if (last === undefined || row === undefined) return undefined;
  const until = {
    drug: row.PharmacistsInfoAvailableTime ?? "",
    care: row.DiagnosisInfoAvailableTime ?? "",
    surgery: row.OperationInfoAvailableTime ?? "",
    checkup: row.SpecificHealthCheckupsInfoAvailableTime ?? "",
  };
  return { seq: last.seq, flags: consentsIn(row), until };
}

/** The consents a person's row tells (receipt-system-interface.md §2.4 rows 34 to 45). */
export function consentsIn(
  row: Pick<
    QualificationResult,
    "PharmacistsInfoConsFlg" | "DiagnosisInfoConsFlg" | "OperationInfoConsFlg" | "SpecificHealthCheckupsInfoConsFlg"
  >,
): ConsentFlags {
  return {
    drug: row.PharmacistsInfoConsFlg === "1",
    care: row.DiagnosisInfoConsFlg === "1",
    surgery: row.OperationInfoConsFlg === "1",
    checkup: row.SpecificHealthCheckupsInfoConsFlg === "1",
  };
}
