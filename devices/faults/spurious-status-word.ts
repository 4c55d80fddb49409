import { MisuseError } from "../../simulator/kernel/errors.ts";
import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import type { StatusWord } from "../iso7816/status-word.ts";
import { answered } from "./answered.ts";
import { type CommandKind, occasion } from "./occasion.ts";

/** From here on SW1 tells of an error, and no data come with it (ISO/IEC 7816-4 §5.6). */
const FIRST_ERROR = 0x6400;
const LAST_ERROR = 0x6fff;

/**
 * The chip gives another status word than the right one, at a command or by chance (requirements.md F06: "20 % 6F00";
 * ours: any word). Only the answer is wrong; what the command did to the card stays done.
 */
export const spuriousStatusWord = fault({
  id: "spurious-status-word",
  title: { ja: "誤ったステータスワード", en: "spurious status word" },
  pco: "card.apdu",
  defaults: { sw: "6F00", on: "any" as CommandKind, nth: 0, times: 1, parts: 1, of: 1 },
  shows: "C01+spurious-status-word",
  arm({ sw, on, nth, times, parts, of }, { rng }) {
    const word = statusWordOf(sw);
    const strikes = occasion({ on, nth, times }, rng, { parts, of });
    const isError = word >= FIRST_ERROR && word <= LAST_ERROR;
    return (exchange) =>
      strikes(exchange.command)
        ? { pass: answered(exchange, word, isError ? undefined : exchange.response.data) }
        : { pass: exchange };
  },
});

/** SW1 is 61 to 6F or 9x; 60 is a procedure byte of T=0 (ISO/IEC 7816-3 §10.3.3, 7816-4 §5.6). */
function statusWordOf(text: string): StatusWord {
  if (/^(?:6[1-9A-F]|9[0-9A-F])[0-9A-F]{2}$/i.test(text)) return Number.parseInt(text, 16);
  throw new MisuseError("sw", `takes four hexadecimal digits from 6100 to 6FFF or 9000 to 9FFF, not ${text}`);
}
