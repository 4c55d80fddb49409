import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";
import { MOST_FILES } from "./bounds.ts";
import { firstResults } from "./first-results.ts";

/** A result file ends in the middle and is never completed (requirements.md C58); `times`: so many results, the first ones. */
export const resultTruncated = fault({
  id: "result-truncated",
  title: { ja: "結果ファイルの欠損", en: "result truncated" },
  pco: "exchange.file",
  defaults: { keepBytes: 600, times: MOST_FILES },
  shows: "C01+result-truncated",
  arm: ({ keepBytes, times }) => {
    const strikes = firstResults(times, ({ bytes }) => bytes.length > keepBytes);
    return (file) => ({ pass: strikes(file) ? { ...file, bytes: file.bytes.slice(0, keepBytes) } : file });
  },
});
