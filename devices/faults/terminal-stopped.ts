import { fault } from "../../simulator/kernel/fault.ts";
import "../readers/link.ts";
import { within } from "./bounds.ts";
import { MOST_COMMANDS } from "./occasion.ts";

/**
 * The software on the terminal stops: from some message on it neither hears the reader nor answers (requirements.md F21,
 * readers-and-line.md §15 RF-33).
 */
export const terminalStopped = fault({
  id: "terminal-stopped",
  title: { ja: "端末アプリの停止", en: "terminal software stopped" },
  pco: "reader.link",
  defaults: { afterMessages: 0 },
  shows: "F21",
  arm({ afterMessages }) {
    within("afterMessages", afterMessages, 0, MOST_COMMANDS);
    return (message, seen) => (seen < afterMessages ? { pass: message } : { drop: true });
  },
});
