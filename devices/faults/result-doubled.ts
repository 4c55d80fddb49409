import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";

/** The terminal writes the result of one check-in twice, under two names (requirements.md C56). */
export const resultDoubled = fault({
  id: "result-doubled",
  title: { ja: "結果ファイルの二重出力", en: "result written twice" },
  pco: "exchange.file",
  defaults: {},
  shows: "C56",
  arm: () => (file) => (file.folder === "face" ? { repeat: file, times: 2 } : { pass: file }),
});
