import { describe, expect, test } from "vitest";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import {
  elements,
  group,
  optional,
  optionalGroup,
  repeated,
  required,
  withholdable,
} from "../../../simulator/messages/element-table.ts";
import { X } from "../../../simulator/messages/format.ts";
import { type WriteOptions, writeXml } from "../../../simulator/messages/xml-writer.ts";

const text = (name: string) => required(name, X(20), [], []);
const table = elements({
  MessageHeader: group(
    "ヘッダー",
    elements({ First: text("一"), Second: optional("二", X(20), [], []), Third: withholdable("三", X(20), [], []) }),
  ),
  MessageBody: group(
    "ボディー",
    elements({
      Part: optionalGroup("部", elements({ Inner: text("内") })),
      Item: repeated("明細", 9, elements({ A: text("A"), B: text("B") })),
    }),
  ),
});
const plain = { MessageHeader: { First: "  1<&" }, MessageBody: { Item: [{ A: "1", B: "2" }] } };
const write = (options: Partial<WriteOptions> = {}, record: object = plain): string =>
  Buffer.from(writeXml(table, record, { encoding: "UTF-8", order: "paper", ...options })).toString("utf8");

describe("writing", () => {
  test("gives declaration, LF, two blanks a level and no byte-order mark", () => {
    expect(write()).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
        "<XmlMsg>",
        "  <MessageHeader>",
        "    <First>  1&lt;&amp;</First>",
        "  </MessageHeader>",
        "  <MessageBody>",
        "    <Item>",
        "      <A>1</A>",
        "      <B>2</B>",
        "    </Item>",
        "  </MessageBody>",
        "</XmlMsg>",
        "",
      ].join("\n"),
    );
  });

  test("keeps the paper's order whatever the order of the properties", () => {
    expect(write({}, { MessageBody: plain.MessageBody, MessageHeader: plain.MessageHeader })).toBe(write());
  });

  test("declares Shift_JIS when it writes Shift_JIS", () => {
    expect(write({ encoding: "Shift_JIS" })).toContain('encoding="Shift_JIS"');
  });

  test("sends absent optional elements empty on demand, but never withheld ones nor groups", () => {
    expect(write()).not.toContain("<Second");
    const emptied = write({ emptyOptionals: "empty" });
    expect(emptied).toContain("<Second/>");
    expect(emptied).not.toContain("<Third");
    expect(emptied).not.toContain("<Part");
  });

  test("shuffles by the given chance alone: the same seed gives the same bytes", () => {
    const of = (seed: number): string => write({ order: rngFromSeed(seed) });
    expect(of(1)).toBe(of(1));
    expect(new Set(Array.from({ length: 20 }, (_, seed) => of(seed))).size).toBeGreaterThan(2);
    expect([...of(3)].sort()).toEqual([...write()].sort());
  });
});
