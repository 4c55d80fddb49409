import { muhvq01 } from "./kinds/muhvq01.ts";
import { muhvq02 } from "./kinds/muhvq02.ts";
import { muhvq11 } from "./kinds/muhvq11.ts";
import { muhvq12 } from "./kinds/muhvq12.ts";
import { muimm01 } from "./kinds/muimm01.ts";
import { muimm02 } from "./kinds/muimm02.ts";
import { muonq01 } from "./kinds/muonq01.ts";
import { muonq02 } from "./kinds/muonq02.ts";
import { muonq11 } from "./kinds/muonq11.ts";
import { muonq12 } from "./kinds/muonq12.ts";
import { muquc01 } from "./kinds/muquc01.ts";
import { muquc02 } from "./kinds/muquc02.ts";
import { mutic01 } from "./kinds/mutic01.ts";
import { mutic02 } from "./kinds/mutic02.ts";
import { pmhSimsm01 } from "./kinds/pmh-simsm01.ts";
import { siacd01 } from "./kinds/siacd01.ts";
import { siaci01 } from "./kinds/siaci01.ts";
import { siaco01 } from "./kinds/siaco01.ts";
import { siemq01 } from "./kinds/siemq01.ts";
import { sihvd01 } from "./kinds/sihvd01.ts";
import { sihvq01 } from "./kinds/sihvq01.ts";
import { siimm01 } from "./kinds/siimm01.ts";
import { siinq01 } from "./kinds/siinq01.ts";
import { sionq01 } from "./kinds/sionq01.ts";
import { sipcd01 } from "./kinds/sipcd01.ts";
import { siquc01 } from "./kinds/siquc01.ts";
import { siupd01 } from "./kinds/siupd01.ts";
import { siurl01 } from "./kinds/siurl01.ts";
import { tkkSiquc01 } from "./kinds/tkk-siquc01.ts";
import { yzkSiquc01 } from "./kinds/yzk-siquc01.ts";
import type { AnyMessageKind } from "./message-kind.ts";

/** Every kind of message between terminal and receipt system. The line is written by hand: one per file of `kinds/`. */
export const messageKinds = [
  siquc01,
  siimm01,
  muquc01,
  muquc02,
  muimm01,
  muimm02,
  mutic01,
  mutic02,
  muhvq01,
  muhvq02,
  muonq01,
  muonq02,
  sihvq01,
  sionq01,
  muhvq11,
  muhvq12,
  muonq11,
  muonq12,
  sihvd01,
  siurl01,
  siinq01,
  siupd01,
  siemq01,
  sipcd01,
  siaci01,
  siaco01,
  siacd01,
  yzkSiquc01,
  tkkSiquc01,
  pmhSimsm01,
] as const;

const kindByCode: ReadonlyMap<string, AnyMessageKind> = new Map(messageKinds.map((kind) => [kind.code, kind]));

/** The kind a file name begins with, `OQSsiquc01`; undefined when it is none of ours. */
export function messageKind(code: string): AnyMessageKind | undefined {
  return kindByCode.get(code);
}

export { parseFileName, resultName } from "./file-name.ts";
export { muimm01 } from "./kinds/muimm01.ts";
export { muimm02 } from "./kinds/muimm02.ts";
export { muquc01 } from "./kinds/muquc01.ts";
export { muquc02 } from "./kinds/muquc02.ts";
export { siimm01 } from "./kinds/siimm01.ts";
export { siquc01 } from "./kinds/siquc01.ts";
export { tkkSiquc01 } from "./kinds/tkk-siquc01.ts";
export { yzkSiquc01 } from "./kinds/yzk-siquc01.ts";
export { decodeMessage, encodeMessage } from "./message-codec.ts";
export type { AnyMessageKind } from "./message-kind.ts";
export { resultCode } from "./result-codes.ts";
export { type MessageEncoding, writeText } from "./text.ts";
export { validate } from "./validate.ts";
