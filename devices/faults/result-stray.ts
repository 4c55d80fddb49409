import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";

/** A result comes back under a name nobody asked with: its own request stays without answer. */
export const resultStray = fault({
  id: "result-stray",
  title: { ja: "要求のない名前での結果出力", en: "result under a name nobody asked with" },
  pco: "exchange.file",
  defaults: { free: "999999999999" },
  shows: "C79+result-stray",
  arm:
    ({ free }) =>
    (file) =>
      file.folder === "res"
        ? { pass: { ...file, name: file.name.replace(/_[^_.]+(?=\.[^.]+$)/, `_${free}`) } }
        : { pass: file },
});
