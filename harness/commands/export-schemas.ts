import type { Language } from "../../simulator/kernel/bilingual.ts";
import { messageKinds } from "../../simulator/messages/index.ts";
import { xsdOf } from "../../simulator/messages/xsd.ts";
import { deskSchemas } from "../desk-schemas.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { exitCodes } from "../verdict.ts";

const ELSEWHERE = "choose another place with --schemas <folder>";

/**
 * Writes `<code>req.xsd` and `<code>res.xsd` of every kind, `desk-task.schema.json` and `desk-report.schema.json`, and returns
 * the exit code.
 */
export function exportSchemas(folder: string, lang: Language): number {
  for (const { code, title, source, request, answer } of messageKinds) {
    for (const [direction, table] of [
      ["req", request],
      ["res", answer],
    ] as const) {
      const file = inside(folder, `${code}${direction}.xsd`);
      const words = `${code}${direction} ${title.ja} / ${title.en} (${source}; madoguchi, SIMULATION)`;
      writeWhole(file, xsdOf(table, words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")), ELSEWHERE);
    }
  }
  const desk = Object.entries(deskSchemas());
  for (const [name, schema] of desk) {
    const text = `${JSON.stringify(schema, undefined, 2)}\n`;
    writeWhole(inside(folder, `desk-${name}.schema.json`), text, ELSEWHERE);
  }
  const count = 2 * messageKinds.length + desk.length;
  process.stdout.write(`${folder}  ${lang === "ja" ? `スキーマ${count}件` : `${count} schemas`}\n`);
  return exitCodes.pass;
}
