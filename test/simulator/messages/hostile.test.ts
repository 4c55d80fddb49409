import { describe, expect, it } from "vitest";
import { elements, group, repeated, required } from "../../../simulator/messages/element-table.ts";
import { X } from "../../../simulator/messages/format.ts";
import { decodeMessage, encodeMessage, siquc01 } from "../../../simulator/messages/index.ts";
import { BULK_MESSAGE_LIMITS, SINGLE_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";

const MiB = 1 << 20;
/** Far above what any of these takes on a slow machine, far below what a reader without bounds would take. */
const SOON_MS = 2_000;
const people = elements({
  MessageHeader: group("ヘッダー", elements({ Code: required("コード", X(20), [], []) })),
  MessageBody: group(
    "ボディー",
    elements({ Person: repeated("照会対象者", 1_000, elements({ Name: required("氏名", X(20), [], []) })) }),
  ),
});
const batchOf = (count: number): object => ({
  MessageHeader: { Code: "1" },
  MessageBody: { Person: Array.from({ length: count }, () => ({ Name: "見本" })) },
});

function soon<T>(work: () => T): T {
  const startedMs = performance.now();
  const result = work();
  expect(performance.now() - startedMs).toBeLessThan(SOON_MS);
  return result;
}

describe("a batch", () => {
  it("of 1,000 people is read", () => {
    const bytes = encodeMessage(people, batchOf(1_000), { encoding: "UTF-8", order: "paper" });
    expect(decodeMessage(people, bytes, BULK_MESSAGE_LIMITS)).toMatchObject({ ok: true });
  });

  it.each([1_001, 50_000])("of %i people is refused as too many, at the first one too many", (count) => {
    const rows = "<Person><Name>a</Name></Person>\n".repeat(count);
    const text = `<XmlMsg><MessageHeader><Code>1</Code></MessageHeader><MessageBody>\n${rows}</MessageBody></XmlMsg>`;
    const read = soon(() => decodeMessage(people, Buffer.from(text), BULK_MESSAGE_LIMITS));
    expect(read).toMatchObject({ ok: false, code: "SIM-E-006", line: 1_002 });
    expect(!read.ok && read.problem.ja).toContain("「照会対象者」は1000件以内にしてください。");
  });

  it("of 1,001 people cannot be written either", () => {
    expect(() => encodeMessage(people, batchOf(1_001), { encoding: "UTF-8", order: "paper" })).toThrow(
      "MessageBody/Person",
    );
  });
});

describe("a file that wants to hurt is refused with a code and a text, soon", () => {
  const open = "<XmlMsg><MessageHeader>";
  it.each([
    ["100 MB of blanks", () => Buffer.alloc(100 * MiB, 0x20), "SIM-E-001", /too long/],
    ["100 MB of a text", () => Buffer.alloc(100 * MiB, 0x41), "SIM-E-001", /too long/],
    ["as many bytes as it may have, all start tags", () => fill(open, "<a>"), "SIM-E-001", /deep/],
    ["as many bytes as it may have, all empty elements", () => fill(open, "<a/>"), "SIM-E-001", /20000 elements/],
    [
      "one text as long as the file may be",
      () => fill(`${open}<Name>`, "a"),
      "SIM-E-001",
      /hold|unclosed|longer|leave/,
    ],
    ["a start tag as long as the file may be", () => fill(`${open}<`, "a"), "SIM-E-001", /not well-formed/],
    ["10,000 attributes", () => fill(`${open}<a `, 'b="1" '), "SIM-E-001", /not well-formed|attribute/],
    ["a comment that never ends", () => fill(`${open}<!--`, "-"), "SIM-E-001", /not well-formed/],
    ["entities of entities", () => Buffer.from(BILLION_LAUGHS), "SIM-E-001", /DTD/],
    ["a reference to a file", () => Buffer.from(EXTERNAL), "SIM-E-001", /DTD/],
    ["a reference to a character XML has not", () => Buffer.from(`${open}&#0;`), "SIM-E-001", /not well-formed/],
    ["UTF-16", () => Buffer.from("\ufeff<XmlMsg/>", "utf16le"), "SIM-E-001", /not text|not well-formed/],
    ["half a character of UTF-8", () => Buffer.from([0x3c, 0xe8, 0xa6]), "SIM-E-001", /not text/],
  ])("%s", (_what, make, code, en) => {
    const bytes = make();
    const read = soon(() => decodeMessage(siquc01.request, bytes, SINGLE_MESSAGE_LIMITS));
    expect(read).toMatchObject({ ok: false, code });
    expect(!read.ok && read.problem.en).toMatch(en);
    expect(!read.ok && read.problem.ja.length).toBeGreaterThan(0);
  });

  it("a good message cut off anywhere", () => {
    const vector = siquc01.vectors.request.find((candidate) => "record" in candidate);
    if (vector === undefined || !("record" in vector)) throw new Error("no vector");
    const whole = encodeMessage(siquc01.request, vector.record, { encoding: "UTF-8", order: "paper" });
    for (let length = 0; length < whole.length - 1; length++) {
      const read = decodeMessage(siquc01.request, whole.subarray(0, length));
      expect(read, `${length} bytes`).toMatchObject({ ok: false, code: "SIM-E-001" });
    }
  });
});

/** A beginning and as often something else as still fits. */
function fill(head: string, again: string): Uint8Array {
  return Buffer.from(head + again.repeat(Math.floor((SINGLE_MESSAGE_LIMITS.maxBytes - head.length) / again.length)));
}

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE XmlMsg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><XmlMsg>&b;</XmlMsg>`;
const EXTERNAL = '<?xml version="1.0"?><!DOCTYPE XmlMsg SYSTEM "file:///etc/hostname"><XmlMsg/>';
