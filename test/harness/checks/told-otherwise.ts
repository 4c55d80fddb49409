import type { SubjectAct } from "../../../harness/subjects/subject.ts";
import { type AnyCrossing, type Trace, traceOf } from "../../../simulator/kernel/trace.ts";

/** The same story told by a receipt system that reports an act otherwise, or not at all where `other` gives nothing. */
export function toldOtherwise(trace: Trace, other: (act: SubjectAct) => SubjectAct | undefined): Trace {
  const crossings = trace.crossings.map((crossing): AnyCrossing => {
    if (crossing.pco !== "subject.act") return crossing;
    const message = other(crossing.message);
    // Something that happened and is of no interest keeps the numbers of the others as they are.
    return { ...crossing, message: message ?? { act: "erased", visit: "" } };
  });
  return traceOf(trace.header, crossings, trace.footer);
}
