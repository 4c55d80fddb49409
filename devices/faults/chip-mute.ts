import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/card.ts";

/** The chip stops answering after a number of commands, as a broken one does (readers-and-line.md §15 RF-04). */
export const chipMute = fault({
  id: "chip-mute",
  title: { ja: "ICチップ無応答", en: "chip mute" },
  pco: "card.apdu",
  defaults: { afterCommands: 0 },
  shows: "C01+chip-mute",
  arm:
    ({ afterCommands }) =>
    (exchange, seen) =>
      seen < afterCommands ? { pass: exchange } : { sever: "chip mute" },
});
