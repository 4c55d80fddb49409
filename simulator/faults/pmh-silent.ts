import { fault } from "../kernel/fault.ts";
import type { PmhMessage } from "../neighbours/pmh.ts";

/** PMH does not answer while the centre does (eligibility-rules.md §10.4 row 9, requirements.md C51). */
export const pmhSilent = fault({
  id: "pmh-silent",
  title: { ja: "PMHが応答しない", en: "PMH does not answer" },
  pco: "pmh.message",
  defaults: { messages: 1_000 },
  shows: "C51",
  arm:
    ({ messages }) =>
    (message: PmhMessage, seen) =>
      message.step === "request" && seen < messages ? { drop: true } : { pass: message },
});
