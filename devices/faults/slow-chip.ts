import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { within } from "./bounds.ts";
import { type CommandKind, MOST_COMMANDS, occasion } from "./occasion.ts";

/** Frame waiting time at FWI 10: the chip has to ask again before it is over (my-number-card.md §7.2). */
const FRAME_WAITING_MS = 309;
/** The largest factor one S(WTX) can name (firmware-validation.md §6); as many in a row are enough (ours). */
const MOST_EXTENSIONS = 59;

/** The chip is slow and asks for waiting time extensions before it answers (requirements.md F07, my-number-card.md §7.2). */
export const slowChip = fault({
  id: "slow-chip",
  title: { ja: "応答の遅いICチップ", en: "slow chip" },
  pco: "card.apdu",
  defaults: { on: "any" as CommandKind, extensions: 2, extensionMs: FRAME_WAITING_MS },
  shows: "C02+slow-chip",
  arm({ on, extensions, extensionMs }, { rng }) {
    within("extensions", extensions, 0, MOST_EXTENSIONS);
    within("extensionMs", extensionMs, 1, FRAME_WAITING_MS);
    const slow = occasion({ on, nth: 0, times: extensions === 0 ? 0 : MOST_COMMANDS }, rng);
    return (exchange) =>
      slow(exchange.command)
        ? { delay: { ...exchange, waitingTimeExtensions: extensions }, ms: extensions * extensionMs }
        : { pass: exchange };
  },
});
