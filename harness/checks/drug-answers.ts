import type { Trace } from "../../simulator/kernel/trace.ts";
import { decodeMessage, writeText, yzkSiquc01 } from "../../simulator/messages/index.ts";

/** A drug result as evidence: its file, and whether it gives data. */
export interface DrugAnswerEvidence {
  readonly seq: number;
  /** File name in small letters. */
  readonly name: string;
  readonly given: boolean;
}

/** Drug results in the order they were written. */
export function drugAnswersOf(trace: Trace): readonly DrugAnswerEvidence[] {
  return trace.on("exchange.file").flatMap(({ seq, message: { name, change, folder, text, encoding } }) => {
    if (change !== "written" || folder !== "res" || !/^YZKsiquc01res_/i.test(name)) return [];
    if (text === undefined || encoding === undefined) return [];
    const decoded = decodeMessage(yzkSiquc01.answer, writeText(text, encoding));
    return decoded.ok
      ? [{ seq, name: name.toLowerCase(), given: decoded.record.MessageHeader.ResultCode === "1" }]
      : [];
  });
}
