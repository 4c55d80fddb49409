import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrame, frame } from "../../../devices/ccid/frame.ts";
import { kindOf, messageKinds } from "../../../devices/ccid/messages.ts";
import { isDefect, parseFrame } from "../../../devices/ccid/parser.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

describe("CCID messages", () => {
  const rows = messageKinds.flatMap((kind) => kind.vectors.map((vector) => ({ kind, ...vector })));

  it.each(rows)("$kind.name: $title has these bytes, both ways", ({ kind, bytes, value }) => {
    expect(toHex(encodeFrame(value))).toBe(toHex(fromHex(bytes)));
    expect(parseFrame(fromHex(bytes))).toEqual(value);
    expect(value.type).toBe(kind.type);
    expect(kind.dataBytes?.includes(value.data.length) ?? true).toBe(true);
  });

  it.each(messageKinds)("$name has a vector, and an answer where it is a command", (kind) => {
    expect(kind.vectors.length).toBeGreaterThan(0);
    expect(kind.from === "host").toBe(kind.answeredBy !== undefined);
    expect(kindOf(kind.type)).toBe(kind);
  });

  it("come back as they were written, whatever they hold", () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(
        fc.record({
          type: byte,
          slot: byte,
          sequence: byte,
          b7: byte,
          b8: byte,
          b9: byte,
          data: fc.uint8Array({ maxLength: 600 }),
        }),
        (message) => {
          expect(parseFrame(encodeFrame(message))).toEqual(message);
        },
      ),
    );
  });

  it("are refused by name when the length is another than announced, and never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const result = parseFrame(bytes);
        if (!isDefect(result)) expect(toHex(encodeFrame(result))).toBe(toHex(bytes));
      }),
    );
    const short = encodeFrame(frame(0x65)).slice(0, 9);
    expect(parseFrame(short)).toEqual({ defect: "no-header", lengthBytes: 9 });
    expect(parseFrame(fromHex("65 01000000 00 07 000000"))).toMatchObject({
      defect: "length",
      announced: 1,
      found: 0,
      frame: { sequence: 7 },
    });
  });
});
