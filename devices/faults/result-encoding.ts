import { fault } from "../../simulator/kernel/fault.ts";
import { readText, writeText } from "../../simulator/messages/text.ts";
import "../terminal/ports.ts";
import { rewritten } from "../terminal/rewritten.ts";
import { MOST_FILES, oneOf } from "./bounds.ts";
import { firstResults } from "./first-results.ts";

/** Ways in which bytes and declaration do not fit together (requirements.md C57; receipt-system-interface.md §1.5, §6.2). */
const ways = {
  /** Shift_JIS, and the declaration says UTF-8. */
  "undeclared-shift-jis": (bytes) => {
    const read = readText(bytes);
    return read === undefined ? bytes : writeText(read.text, "Shift_JIS");
  },
  /** Two bytes that are no character in either encoding, in place of the first that is not ASCII. */
  unmappable: (bytes) => {
    const at = bytes.findIndex((byte) => byte > 0x7f);
    return at < 0 ? bytes : Uint8Array.of(...bytes.subarray(0, at), 0x85, 0x40, ...bytes.subarray(at + 2));
  },
  "byte-order-mark": (bytes) => Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes),
} as const satisfies Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>>;

type Way = keyof typeof ways;
const wayNames = Object.keys(ways) as readonly Way[];

/** Results whose bytes are not what their declaration says. `way`: see above; `times`: of so many results, the first ones. */
export const resultEncoding = fault({
  id: "result-encoding",
  title: { ja: "結果ファイルの文字コード誤り", en: "result in another encoding than declared" },
  pco: "exchange.file",
  defaults: { way: "undeclared-shift-jis" as Way, times: MOST_FILES },
  shows: "C01+result-encoding",
  arm: ({ way, times }) => {
    const spoil = ways[oneOf("way", way, wayNames)];
    const strikes = firstResults(times, ({ change }) => change === "written");
    return (file) => ({ pass: strikes(file) ? rewritten(file, spoil) : file });
  },
});
