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

export { parseFileName, resultName } from "./file-name.ts";
export { siquc01 } from "./kinds/siquc01.ts";
export { yzkSiquc01 } from "./kinds/yzk-siquc01.ts";
export { decodeMessage, encodeMessage } from "./message-codec.ts";
export type { AnyMessageKind } from "./message-kind.ts";
export { resultCode } from "./result-codes.ts";
export { type MessageEncoding, writeText } from "./text.ts";
export { validate } from "./validate.ts";
