import { fault } from "../../simulator/kernel/fault.ts";
import type { LinkMessage } from "../readers/link.ts";
import { oneOf, within } from "./bounds.ts";
import { MOST_COMMANDS } from "./occasion.ts";

const CALLS = ["confirmWithPin", "confirmWithoutPin", "confirmWithPhone", "registerFirst", "conclude"] as const;
const STEPS = ["request", "answer"] as const;

/**
 * The cable between reader and terminal is pulled: a call is lost before the terminal hears it, or its answer after the
 * work was done, and as many messages as come before it is put back (requirements.md F20, readers-and-line.md §15 RF-23).
 */
export const readerLinkCut = fault({
  id: "reader-link-cut",
  title: { ja: "リーダーと端末の間の切断", en: "cable between reader and terminal cut" },
  pco: "reader.link",
  defaults: {
    call: "conclude" as (typeof CALLS)[number],
    at: "answer" as (typeof STEPS)[number],
    messages: 1,
  },
  shows: "F20",
  arm({ call, at, messages }) {
    oneOf("call", call, CALLS);
    oneOf("at", at, STEPS);
    within("messages", messages, 0, MOST_COMMANDS);
    let lost = 0;
    const begins = (message: LinkMessage): boolean => message.call === call && message.step === at;
    return (message) => {
      if (lost >= messages || (lost === 0 && !begins(message))) return { pass: message };
      lost++;
      return { sever: "cable cut" };
    };
  },
});
