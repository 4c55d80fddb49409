import type { ElementTable } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { type ActivationCodes, activationKind, activationVectors, ownCodes } from "./activation-codes.ts";
import { extRequest, extWithoutSender } from "./ext-vectors.ts";

type Request = typeof ownCodes extends ElementTable<infer R> ? R : never;

/** `OQSsiaco01` (IF-053 and IF-054). The layout is OURS (§8.3). */
export const siaco01: MessageKind<Request, ActivationCodes> = {
  ...activationKind,
  code: "OQSsiaco01",
  title: { ja: "アクティベーションコード発行（模擬独自）", en: "Activation codes: issue one (ours)" },
  request: ownCodes,
  vectors: { request: [extRequest("the facility's own", "", {}), extWithoutSender()], answer: activationVectors },
};
