import { concat } from "../../simulator/kernel/bytes.ts";
import { fault } from "../../simulator/kernel/fault.ts";
import "../cards/field.ts";
import { answered } from "./answered.ts";
import { oneOf, within } from "./bounds.ts";
import { type CommandKind, occasion } from "./occasion.ts";

const LENGTHS = ["cut", "grown"] as const;
/** A short answer is no longer; to grow by more is no other case (ours). */
const MOST_BYTES = 256;

/**
 * Data come in the wrong length under the right status word: some bytes are cut off at the end, or zeros follow, which
 * may be more than was asked for (my-number-card.md §2.8, "wrong-length certificate"; ours for other answers).
 */
export const wrongLengthAnswer = fault({
  id: "wrong-length-answer",
  title: { ja: "応答データ長の誤り", en: "answer of the wrong length" },
  pco: "card.apdu",
  defaults: { length: "cut" as (typeof LENGTHS)[number], bytes: 1, on: "read-binary" as CommandKind, nth: 0, times: 1 },
  shows: "C03+wrong-length-answer",
  arm({ length, bytes, ...when }, { rng }) {
    oneOf("length", length, LENGTHS);
    within("bytes", bytes, 1, MOST_BYTES);
    const strikes = occasion(when, rng);
    return (exchange) => {
      const { data, sw } = exchange.response;
      if (data.length === 0 || !strikes(exchange.command)) return { pass: exchange };
      const other =
        length === "cut" ? data.slice(0, Math.max(0, data.length - bytes)) : concat(data, new Uint8Array(bytes));
      return { pass: answered(exchange, sw, other) };
    };
  },
});
