import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";

/** A result file ends in the middle and is never completed (requirements.md C58). */
export const resultTruncated = fault({
  id: "result-truncated",
  title: { ja: "結果ファイルの欠損", en: "result truncated" },
  pco: "exchange.file",
  defaults: { keepBytes: 600 },
  shows: "C01+result-truncated",
  arm:
    ({ keepBytes }) =>
    (file) => ({ pass: { ...file, bytes: file.bytes.slice(0, keepBytes) } }),
});
