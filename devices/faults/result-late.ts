import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";

/** One result arrives late: after the next patient's, or on another day (requirements.md C56). */
export const resultLate = fault({
  id: "result-late",
  title: { ja: "結果ファイルの遅延", en: "result late" },
  pco: "exchange.file",
  defaults: { nth: 0, ms: 30_000 },
  shows: "C56",
  arm:
    ({ nth, ms }) =>
    (file, seen) =>
      file.folder !== "req" && seen === nth ? { delay: file, ms } : { pass: file },
});
