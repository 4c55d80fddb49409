import { stampAt } from "../kernel/civil-time.ts";
import { extAnswer } from "./ext-answer.ts";
import type { LedgerTables } from "./ledger.ts";
import type { CentralContext, ServiceResult } from "./service.ts";
import "./facility-settings.ts";

/** Activation codes of a facility. */
export type Codes = LedgerTables["activationCodes"]["codes"];

/** Answers with the codes as they are now, and keeps them where they changed (ours, receipt-system-interface.md §8.3). */
export function codesAnswer(codes: Codes, changed: boolean, cx: CentralContext): ServiceResult<object> {
  const list = codes.map(({ code, atMs, inUse }) => ({
    ActivationCode: code,
    IssuedAt: stampAt(atMs),
    ActivationUse: inUse ? "1" : "0",
  }));
  const row = { table: "activationCodes", key: cx.facility.code, row: { codes } } as const;
  return { answer: extAnswer({ ActivationCodeInfo: list }, cx), changes: changed ? [row] : [] };
}
