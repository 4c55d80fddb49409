import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeMessage, encodeMessage, messageKind, parseFileName } from "../../../simulator/messages/index.ts";

const folder = new URL("./examples/", import.meta.url);
const examples = readdirSync(folder).map((file) => ({ file, name: file.replace(/^[\d.]+-/, "") }));

/** The examples of receipt-system-interface.md §5, one file each. */
describe("the examples of the reference", () => {
  test.each(examples)("$file is read, fits its table and is written back", ({ file, name }) => {
    const parsed = parseFileName(name);
    const kind = messageKind(parsed?.code ?? "");
    const table = parsed?.direction === "req" ? kind?.request : kind?.answer;
    if (table === undefined) throw new Error(`${name} has no table`);
    const bytes = new Uint8Array(readFileSync(new URL(file, folder)));
    const decoded = decodeMessage(table, bytes);
    expect(decoded).toMatchObject({ ok: true });
    if (!decoded.ok) return;
    const again = encodeMessage(table, decoded.record, { encoding: decoded.encoding, order: "paper" });
    const inPaperOrder = decoded.warnings.length === 0;
    if (inPaperOrder) expect(text(again)).toBe(text(bytes));
    const reread = decodeMessage(table, again);
    expect(reread.ok && reread.record).toEqual(decoded.record);
    expect(reread.ok && reread.warnings).toEqual([]);
  });

  test("are all there", () => {
    expect(examples.map(({ file }) => file.slice(0, 3))).toEqual(
      expect.arrayContaining(["5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7"]),
    );
  });

  test("the reader's file of §5.3 does not keep the paper's order", () => {
    const file = readdirSync(folder).find((candidate) => candidate.startsWith("5.3"));
    const kind = messageKind("OQSsiquc01");
    if (file === undefined || kind === undefined) throw new Error("no example");
    const decoded = decodeMessage(kind.answer, readFileSync(new URL(file, folder)));
    expect(decoded.ok && new Set(decoded.warnings.map(({ kind }) => kind))).toEqual(new Set(["element-order"]));
  });
});

/** The two ways to write an empty element are one. */
function text(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replaceAll(/<(\w+)><\/\1>/g, "<$1/>");
}
