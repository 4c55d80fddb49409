import { siquc01 } from "./kinds/siquc01.ts";
import { yzkSiquc01 } from "./kinds/yzk-siquc01.ts";
import type { AnyMessageKind } from "./message-kind.ts";

/** Every kind of message between terminal and receipt system. The line is written by hand: one per file of `kinds/`. */
export const messageKinds = [siquc01, yzkSiquc01] as const;

const kindByCode: ReadonlyMap<string, AnyMessageKind> = new Map(messageKinds.map((kind) => [kind.code, kind]));

/** The kind a file name begins with, `OQSsiquc01`; undefined when it is none of ours. */
export function messageKind(code: string): AnyMessageKind | undefined {
  return kindByCode.get(code);
}

export { isQualificationValidity, type QualificationValidity } from "./code-lists.ts";
export {
  buildFileName,
  type FileName,
  faceResultName,
  parseFaceToken,
  parseFileName,
  resultName,
} from "./file-name.ts";
export {
  type QualificationAnswer,
  type QualificationRequest,
  type QualificationResult,
  siquc01,
} from "./kinds/siquc01.ts";
export { type DrugInformationAnswer, type DrugInformationRequest, yzkSiquc01 } from "./kinds/yzk-siquc01.ts";
export { type DecodedMessage, decodeMessage, encodeMessage } from "./message-codec.ts";
export type { AnyMessageKind, Failure, MessageKind } from "./message-kind.ts";
export { type ResultCode, resultCode } from "./result-codes.ts";
export { type MessageEncoding, readText, writeText } from "./text.ts";
export { type Problem, validate } from "./validate.ts";
