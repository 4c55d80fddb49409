import type { KeptFileChange } from "../../devices/terminal/ports.ts";
import { fromHex } from "../../simulator/kernel/bytes.ts";
import { type CivilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import type { Crossing, Trace } from "../../simulator/kernel/trace.ts";
import { decodeMessage, siquc01, writeText } from "../../simulator/messages/index.ts";
import type { QualificationAnswer } from "../../simulator/messages/kinds/siquc01.ts";
import type { AnyRequest, MessageKind } from "../../simulator/messages/message-kind.ts";
import { type Finding, inconc } from "../check.ts";
import type { KeptStep } from "../director.ts";
import type { SubjectAct } from "../subjects/subject.ts";

/** A result file as evidence, read. */
export interface ReadResult<A> {
  readonly seq: number;
  readonly file: KeptFileChange;
  readonly record: A;
}

/** A result file of OQSsiquc01. */
export type ReadAnswer = ReadResult<QualificationAnswer>;

/** Steps of one kind. */
export function stepsOf<S extends KeptStep["step"]>(trace: Trace, step: S): readonly Crossing<"scenario.step">[] {
  return trace.on("scenario.step").filter(({ message }) => message.step === step);
}

/** A crossing of `subject.act` with one kind of act. */
export type ActCrossing<A extends SubjectAct["act"]> = Omit<Crossing<"subject.act">, "message"> & {
  readonly message: Extract<SubjectAct, { readonly act: A }>;
};

/** Acts of one kind. */
export function actsOf<A extends SubjectAct["act"]>(trace: Trace, act: A): readonly ActCrossing<A>[] {
  return trace.on("subject.act").filter((crossing): crossing is ActCrossing<A> => crossing.message.act === act);
}

/** What a receipt system told when a step asked for it: about the visit of the step, before the next step with that visit. */
export function toldAt<A extends SubjectAct["act"]>(
  trace: Trace,
  { seq: from, message: { visit } }: Crossing<"scenario.step">,
  act: A,
): ActCrossing<A> | undefined {
  const steps = trace.on("scenario.step").filter(({ seq }) => seq > from);
  // Asking again settles visits too, and names none.
  const next = steps.find(({ message }) => message.visit === visit || message.step === "recheck");
  const until = next?.seq ?? Number.POSITIVE_INFINITY;
  return actsOf(trace, act).find(
    ({ seq, message }) => seq > from && seq < until && ("visit" in message ? message.visit : undefined) === visit,
  );
}

/** Steps with the act each asked for, and those whose act never came. */
export function toldAtEach<A extends SubjectAct["act"]>(
  trace: Trace,
  steps: readonly Crossing<"scenario.step">[],
  act: A,
) {
  const asked = steps.map((step) => ({ step, act: toldAt(trace, step, act) }));
  return {
    told: asked.flatMap(({ step, act: told }) => (told === undefined ? [] : [{ step, act: told }])),
    silent: asked.flatMap(({ step, act: told }) => (told === undefined ? [step] : [])),
  };
}

/** Steps that asked for an act which was never reported: it proves nothing (docs/live.md). */
export function notTold(steps: readonly Crossing<"scenario.step">[]): Finding {
  const visits = [...new Set(steps.flatMap(({ message }) => message.visit ?? []))].join(", ");
  return inconc({
    ja: visits === "" ? "操作の結果が報告されなかった" : `来院${visits}の結果が報告されなかった`,
    en: visits === "" ? "what was asked for was not reported" : `not reported: visit ${visits}`,
  });
}

/** Result files of a kind that can be read, in `res` and `face`, in the order they were written. */
export function resultsOf<A extends object>(
  trace: Trace,
  { code, answer, limits }: Pick<MessageKind<AnyRequest, A>, "code" | "answer" | "limits">,
): readonly ReadResult<A>[] {
  const begin = `${code}res_`.toLowerCase();
  return trace.on("exchange.file").flatMap(({ seq, message: file }) => {
    if (file.change !== "written" || file.folder === "req" || !file.name.toLowerCase().startsWith(begin)) return [];
    const bytes = keptBytes(file);
    if (bytes === undefined) return [];
    const decoded = decodeMessage(answer, bytes, limits);
    return decoded.ok ? [{ seq, file, record: decoded.record }] : [];
  });
}

/** Result files of OQSsiquc01 that can be read. */
export const answersOf = (trace: Trace): readonly ReadAnswer[] => resultsOf(trace, siquc01);

/** The bytes of a file that was written, from what the trace keeps; undefined for one that was removed. */
export function keptBytes({ text, encoding, hex }: KeptFileChange): Uint8Array | undefined {
  if (text !== undefined && encoding !== undefined) return writeText(text, encoding);
  return hex === undefined ? undefined : fromHex(hex);
}

const PDF_HEX = Buffer.from("%PDF-").toString("hex");

/** Whether a file that was written is a PDF, or a zip with one in it. */
export const isPdf = ({ name, hex = "" }: KeptFileChange): boolean => /\.pdf$/i.test(name) || hex.startsWith(PDF_HEX);

/** The step a crossing goes back to, by its chain of causes. */
export function originOf(trace: Trace, seq: number): Crossing<"scenario.step"> | undefined {
  let at: number | undefined = seq;
  while (at !== undefined) {
    const crossing: Trace["crossings"][number] | undefined = trace.crossings[at - 1];
    if (crossing?.pco === "scenario.step") return crossing;
    at = crossing?.cause;
  }
  return undefined;
}

/** Whether two names are one file's: the share knows no case (receipt-system-interface.md §1.1). */
export const sameFile = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/**
 * What the names of a request, of its result and of its `.err` have in common (receipt-system-interface.md §1.2): the request's
 * in small letters, without its ending, for one of them may be a zip or a PDF.
 */
export const exchangeOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(\d\d)res_/, "$1req_")
    .replace(/\.[^.]*$/, "");

/** The visit a request was written for, as the receipt system tells it; asked by the name of the request or of its result. */
export function visitAskedFor(trace: Trace, name: string): string | undefined {
  return actsOf(trace, "asked").find(({ message }) => exchangeOf(message.file) === exchangeOf(name))?.message.visit;
}

/** A file of `res` or `face` as evidence, whatever is in it. */
export interface ResultFile {
  readonly seq: number;
  readonly file: Pick<KeptFileChange, "folder" | "name">;
}

/** The visit a result belongs to: that of the check-in that caused it, or of the request it answers. */
export function visitOf(trace: Trace, { seq, file }: ResultFile): string | undefined {
  if (file.folder === "face") return originOf(trace, seq)?.message.visit;
  return visitAskedFor(trace, file.name);
}

/**
 * Tells alerts about a result from others: an alert names the file, or the visit the result belongs to; either is enough
 * (docs/live.md).
 */
export function tellsOf(trace: Trace, result: ResultFile): (alert: ActCrossing<"alerted">) => boolean {
  const visit = visitOf(trace, result);
  return ({ message }) => sameFile(message.file, result.file.name) || (visit !== undefined && message.visit === visit);
}

/** Answers that reached a visit. */
export function answersFor(trace: Trace, visit: string): readonly ReadAnswer[] {
  return answersOf(trace).filter((answer) => visitOf(trace, answer) === visit);
}

/** Whether a valid answer had reached a visit by a point of the trace. */
export function answeredValid(trace: Trace, visit: string | undefined, before: number): boolean {
  return answersFor(trace, visit ?? "").some(
    ({ seq, record }) => seq < before && record.MessageBody.QualificationValidity === "1",
  );
}

/** Who stood at the counter at a visit. */
export function personAt(trace: Trace, visit: string): KeptStep["person"] {
  return stepsOf(trace, "reception").find(({ message }) => message.visit === visit)?.message.person;
}

/** The day on which a visit was received, `yyyymmdd`. */
export function dayOf(trace: Trace, visit: string): CivilDate | undefined {
  const reception = stepsOf(trace, "reception").find(({ message }) => message.visit === visit);
  return reception && dateAt(reception.atMs);
}

/** Visits that were received, in order. */
export function visitsOf(trace: Trace): readonly string[] {
  return stepsOf(trace, "reception").flatMap(({ message }) => (message.visit === undefined ? [] : [message.visit]));
}

/** The person an answer speaks of, by the insurance where aid stands beside it; undefined when it names nobody. */
export function personIn({ record }: ReadAnswer) {
  const results = record.MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
  return results.find(({ InsuredCardClassification }) => InsuredCardClassification !== "A1") ?? results[0];
}
