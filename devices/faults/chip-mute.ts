import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { within } from "./bounds.ts";
import { MOST_COMMANDS } from "./occasion.ts";

/**
 * The chip stops answering after a number of commands, as a broken one does, and lies there mute (requirements.md F04,
 * readers-and-line.md §15 RF-04). What comes later it does not even work on: no counter moves.
 */
export const chipMute = fault({
  id: "chip-mute",
  title: { ja: "ICチップ無応答", en: "chip mute" },
  pco: "card.supply",
  defaults: { afterCommands: 0 },
  shows: "C01+chip-mute",
  arm({ afterCommands }) {
    within("afterCommands", afterCommands, 0, MOST_COMMANDS);
    return (supply, seen) => (seen < afterCommands ? { pass: supply } : { drop: true });
  },
});
