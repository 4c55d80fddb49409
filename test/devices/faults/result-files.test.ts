import { describe, expect, it } from "vitest";
import { resultDamaged } from "../../../devices/faults/result-damaged.ts";
import { resultEncoding } from "../../../devices/faults/result-encoding.ts";
import { resultTruncated } from "../../../devices/faults/result-truncated.ts";
import type { FileChange } from "../../../devices/terminal/ports.ts";
import { stillProcessing } from "../../../simulator/faults/still-processing.ts";
import { VirtualClock } from "../../../simulator/kernel/clock.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { readText } from "../../../simulator/messages/text.ts";
import { openZip } from "../../../simulator/zip/zip-file.ts";
import { zipOf } from "../../../simulator/zip/zip-writer.ts";

const cx = { clock: new VirtualClock(0), rng: rngFromSeed(1) };
const TEXT = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<XmlMsg><Name>見本　花子</Name></XmlMsg>\n';
const result: FileChange = { folder: "res", name: "a.xml", bytes: Buffer.from(TEXT), change: "written" };
const bytesOf = (outcome: unknown): Uint8Array => (outcome as { readonly pass: FileChange }).pass.bytes;

describe("results in another encoding than declared", () => {
  it.each(["undeclared-shift-jis", "unmappable"] as const)("%s cannot be read", (way) => {
    const spoilt = bytesOf(resultEncoding.arm({ way, times: 1 }, cx)(result, 0));
    expect(Buffer.from(spoilt).toString("latin1")).toContain('encoding="UTF-8"');
    expect(readText(spoilt)).toBeUndefined();
  });

  it("a byte-order mark stands before the declaration", () => {
    const spoilt = bytesOf(resultEncoding.arm({ way: "byte-order-mark", times: 1 }, cx)(result, 0));
    expect([...spoilt.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x3c]);
  });

  it("strikes the first results alone, and never requests", () => {
    const strikes = resultEncoding.arm({ way: "unmappable", times: 1 }, cx);
    expect(bytesOf(strikes({ ...result, folder: "req" }, 0))).toBe(result.bytes);
    expect(bytesOf(strikes(result, 1))).not.toEqual(result.bytes);
    expect(bytesOf(strikes(result, 2))).toBe(result.bytes);
  });

  it("refuses a way there is not", () => {
    expect(() => resultEncoding.arm({ way: "ebcdic" as "unmappable", times: 1 }, cx)).toThrow(/way: takes one of/);
  });
});

describe("damaged results", () => {
  it("a zip cannot be opened any more, wherever the byte is in its content", () => {
    const zip = zipOf("a.xml", Buffer.from(TEXT.repeat(20)));
    for (const permille of [200, 300, 400]) {
      const spoilt = bytesOf(resultDamaged.arm({ permille, times: 1 }, cx)({ ...result, bytes: zip }, 0));
      expect(openZip(spoilt, { password: "", name: "a.xml", maxBytes: 1 << 20 }).ok).toBe(false);
    }
  });

  it("are as long as before, and the bytes that were given stay as they are", () => {
    const before = Uint8Array.from(result.bytes);
    const spoilt = bytesOf(resultDamaged.arm({ permille: 500, times: 1 }, cx)(result, 0));
    expect(spoilt).toHaveLength(before.length);
    expect(Uint8Array.from(result.bytes)).toEqual(before);
  });
});

it("a truncated file is followed by whole ones when its times are over", () => {
  const strikes = resultTruncated.arm({ keepBytes: 10, times: 1 }, cx);
  expect([bytesOf(strikes(result, 0)).length, bytesOf(strikes(result, 1)).length]).toEqual([10, result.bytes.length]);
});

describe("a centre that is still working", () => {
  const body = { MessageHeader: { SegmentOfResult: "1" }, MessageBody: { Unit: [{}], Count: "1" } };
  const exchange = {
    request: { kind: "OQSmuquc02", facility: "9910000018", body: {} },
    answer: { status: "ok" as const, body },
    changes: [],
  };
  const early = { MessageHeader: { SegmentOfResult: "2" }, MessageBody: { Unit: [] } };
  const answers = (params: { readonly kind: string; readonly messages: number }): readonly unknown[] => {
    const strikes = stillProcessing.arm(params, cx);
    return [0, 1, 2].map((seen) => {
      const outcome = strikes(exchange, seen);
      return "pass" in outcome && outcome.pass.answer.status === "ok" ? outcome.pass.answer.body : undefined;
    });
  };

  it("says so twice with nothing in the body, then answers", () => {
    expect(answers({ kind: "any", messages: 2 })).toEqual([early, early, body]);
  });

  it("strikes the kind it is told alone", () => {
    expect(answers({ kind: "OQSsiquc01", messages: 2 })).toEqual([body, body, body]);
    expect(answers({ kind: "OQSmuquc02", messages: 1 })).toEqual([early, body, body]);
  });
});
