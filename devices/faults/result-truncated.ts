import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";
import { MOST_FILES, within } from "./bounds.ts";

/** A result file ends in the middle and is never completed (requirements.md C58); `times`: so many results, the first ones. */
export const resultTruncated = fault({
  id: "result-truncated",
  title: { ja: "結果ファイルの欠損", en: "result truncated" },
  pco: "exchange.file",
  defaults: { keepBytes: 600, times: MOST_FILES },
  shows: "C01+result-truncated",
  arm: ({ keepBytes, times }) => {
    within("times", times, 0, MOST_FILES);
    let struck = 0;
    return (file) => {
      const strikes = file.folder !== "req" && file.bytes.length > keepBytes && struck < times;
      if (!strikes) return { pass: file };
      struck++;
      return { pass: { ...file, bytes: file.bytes.slice(0, keepBytes) } };
    };
  },
});
