import type { ElementTable } from "../element-table.ts";
import type { MessageKind } from "../message-kind.ts";
import { type ActivationCodes, activationKind, activationVectors, ownCodes } from "./activation-codes.ts";
import { extRequest, extWithoutSender } from "./ext-vectors.ts";

type Request = typeof ownCodes extends ElementTable<infer R> ? R : never;

/** `OQSsiaci01` (IF-051 and IF-052). The layout is OURS (§8.3). */
export const siaci01: MessageKind<Request, ActivationCodes> = {
  ...activationKind,
  code: "OQSsiaci01",
  title: { ja: "アクティベーションコード照会（模擬独自）", en: "Activation codes: which there are (ours)" },
  request: ownCodes,
  vectors: { request: [extRequest("the facility's own", "", {}), extWithoutSender()], answer: activationVectors },
};
