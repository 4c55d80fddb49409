import { describe, expect, test } from "vitest";
import { elements, group, optional, repeated, required } from "../../../simulator/messages/element-table.ts";
import { W, X } from "../../../simulator/messages/format.ts";
import { readXml } from "../../../simulator/messages/xml-reader.ts";

const table = elements({
  MessageHeader: group(
    "ヘッダー",
    elements({ Name: required("氏名", W(20), [], []), Note: optional("備考", X(20), [], []) }),
  ),
  MessageBody: group(
    "ボディー",
    elements({ Item: repeated("明細", 3, elements({ Code: required("コード", X(20), [], []) })) }),
  ),
});

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const message = (header: string, body = ""): string =>
  `<XmlMsg><MessageHeader>${header}</MessageHeader><MessageBody>${body}</MessageBody></XmlMsg>`;
const recordOf = (text: string): unknown => {
  const read = readXml(table, utf8(text));
  return read.ok ? read.record : read.problem.en;
};

describe("a readable message", () => {
  test("keeps blanks, and tells an absent element from an empty one", () => {
    expect(recordOf(message("<Name>  139998</Name><Note/>"))).toEqual({
      MessageHeader: { Name: "  139998", Note: "" },
      MessageBody: { Item: [] },
    });
    expect(recordOf(message("<Name>a</Name>"))).toEqual({ MessageHeader: { Name: "a" }, MessageBody: { Item: [] } });
  });

  test("collects repeated elements in their order", () => {
    expect(recordOf(message("", "<Item><Code>1</Code></Item>\n<Item><Code>2</Code></Item>"))).toMatchObject({
      MessageBody: { Item: [{ Code: "1" }, { Code: "2" }] },
    });
  });

  test("may hold the five entities, character references, CDATA and comments", () => {
    expect(recordOf(message("<Name>&lt;&amp;&gt;&#x898B;<![CDATA[<]]><!-- no -->本</Name>"))).toMatchObject({
      MessageHeader: { Name: "<&>見<本" },
    });
  });

  test("may begin with a byte-order mark", () => {
    expect(
      readXml(table, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(message("<Name>見</Name>"))])),
    ).toMatchObject({
      ok: true,
      record: { MessageHeader: { Name: "見" } },
    });
  });
});

describe("odd things are warned of and stay out of the record", () => {
  test("unknown elements with all they hold", () => {
    const read = readXml(table, utf8(message("<Name>a</Name><CzDiInf>x<Name>b</Name></CzDiInf>")));
    expect(read).toMatchObject({ ok: true, record: { MessageHeader: { Name: "a" } } });
    expect(read.ok && read.warnings).toEqual([
      expect.objectContaining({ kind: "unknown-element", path: "MessageHeader/CzDiInf", line: 1 }),
    ]);
  });

  test("names that every object has are unknown elements too", () => {
    const read = readXml(table, utf8(message("<constructor>x</constructor><__proto__><Name>b</Name></__proto__>")));
    expect(read.ok && read.record).toEqual({ MessageHeader: {}, MessageBody: { Item: [] } });
  });

  test("attributes", () => {
    const read = readXml(table, utf8(message('<Name lang="ja">a</Name>')));
    expect(read).toMatchObject({
      ok: true,
      warnings: [{ kind: "unknown-attribute", path: "MessageHeader/Name@lang" }],
    });
  });

  test("names without the numbers in them, which may be personal ones", () => {
    const read = readXml(table, utf8(message('<Name n123456789018="x">a</Name><n123456789018/>')));
    expect(read).toMatchObject({
      ok: true,
      warnings: [{ path: "MessageHeader/Name@n…" }, { path: "MessageHeader/n…" }],
    });
    const broken = readXml(table, utf8("<XmlMsg><n123456789018>"));
    expect(!broken.ok && broken.problem.en).toMatch(/not well-formed XML: unclosed tag: n…/);
  });

  test("an order that is not the paper's", () => {
    expect(readXml(table, utf8(message("<Note/><Name>a</Name>")))).toMatchObject({
      ok: true,
      warnings: [{ kind: "element-order", path: "MessageHeader/Name" }],
    });
  });

  test("at most 100 times", () => {
    const read = readXml(table, utf8(message("<Odd/>".repeat(500))));
    expect(read.ok && read.warnings).toHaveLength(100);
  });
});

describe("refused with a code, a text and a place", () => {
  const nested = (depth: number): string => `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
  test.each([
    ["a DTD", '<!DOCTYPE XmlMsg [<!ENTITY a "b">]><XmlMsg/>', /DTD/, /DTD/],
    ["an entity beyond the five", message("<Name>&nbsp;</Name>"), /正しくありません/, /entity/],
    ["nesting 17 deep", message("", nested(15)), /入れ子/, /more than 16 deep/],
    ["20,001 elements", message("<Odd/>".repeat(20_001)), /要素が多すぎ/, /more than 20000 elements/],
    ["a text of 10,001 characters", message(`<Name>${"あ".repeat(10_001)}</Name>`), /文字数/, /longer than 10000/],
    ["another root", "<Envelope/>", /XmlMsg/, /root must be XmlMsg/],
    ["an end tag too few", "<XmlMsg>\n<MessageHeader>", /正しくありません/, /unclosed tag/],
    ["a second root", `${message("")}<XmlMsg/>`, /正しくありません/, /not well-formed/],
    ["the same element twice", message("<Name>a</Name><Name>b</Name>"), /重複/, /more than once/],
    ["the same group twice", "<XmlMsg><MessageHeader/><MessageHeader/></XmlMsg>", /重複/, /more than once/],
    ["an element inside text", message("<Name>a<b/></Name>"), /要素は置けません/, /hold text only/],
    ["text between elements", message("<Name>a</Name>loose"), /文字は置けません/, /hold elements only/],
    ["a control character", message("<Name>\u0001</Name>"), /使えない文字/, /disallowed character/],
    ["nothing", "", /正しくありません/, /not well-formed/],
  ])("%s", (_what, text, ja, en) => {
    const read = readXml(table, utf8(text));
    expect(read).toMatchObject({ ok: false, code: "SIM-E-001", line: expect.any(Number), column: expect.any(Number) });
    if (read.ok) return;
    expect(read.problem.ja).toMatch(ja);
    expect(read.problem.en).toMatch(en);
    expect(read.problem.en).toContain(`line ${read.line}, column ${read.column}`);
  });

  test("the place is the line where reading stopped", () => {
    expect(readXml(table, utf8("<XmlMsg>\n<MessageHeader>\n</Wrong>"))).toMatchObject({ ok: false, line: 3 });
  });

  test("2 MiB, without looking at them", () => {
    expect(readXml(table, new Uint8Array(2 << 20))).toMatchObject({
      ok: false,
      code: "SIM-E-001",
      problem: { en: expect.stringContaining("too long") },
    });
  });

  test.each([
    ["bytes that are not UTF-8", Buffer.from([...utf8("<XmlMsg>"), 0xff])],
    ["broken Shift_JIS", Buffer.from([...utf8('<?xml version="1.0" encoding="Shift_JIS"?><XmlMsg>'), 0x81, 0x20])],
    ["another encoding", utf8('<?xml version="1.0" encoding="EUC-JP"?><XmlMsg/>')],
  ])("%s", (_what, bytes) => {
    expect(readXml(table, bytes)).toMatchObject({
      ok: false,
      code: "SIM-E-001",
      problem: { ja: expect.stringContaining("文字コード") },
    });
  });
});
