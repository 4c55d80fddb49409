import { fault } from "../../simulator/kernel/fault.ts";
import "../terminal/ports.ts";
import { MOST_FILES, within } from "./bounds.ts";
import { firstResults } from "./first-results.ts";

/**
 * One byte of a result is another one: a zip whose checksum fails, or XML with a broken tag or character (requirements.md
 * C58). `permille` says where in the file, `times` of how many results, the first ones.
 */
export const resultDamaged = fault({
  id: "result-damaged",
  title: { ja: "結果ファイルの破損", en: "result damaged" },
  pco: "exchange.file",
  defaults: { permille: 500, times: MOST_FILES },
  shows: "C01+result-damaged",
  arm: ({ permille, times }) => {
    within("permille", permille, 0, 999);
    const strikes = firstResults(times, ({ change }) => change === "written");
    return (file) => {
      if (!strikes(file)) return { pass: file };
      const bytes = Uint8Array.from(file.bytes);
      const at = Math.floor((bytes.length * permille) / 1_000);
      bytes.fill((bytes[at] ?? 0) ^ 0xff, at, at + 1); // never a character of either encoding in the place of ASCII
      return { pass: { ...file, bytes } };
    };
  },
});
