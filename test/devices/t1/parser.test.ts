import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBlock, type T1Block, type T1Defect } from "../../../devices/t1/block.ts";
import { T1Parser } from "../../../devices/t1/parser.ts";
import { T1Writer } from "../../../devices/t1/writer.ts";
import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";
import { anyBlock } from "./any-block.ts";

type Heard = T1Block | T1Defect;

/** What a parser hears of chunks; `gap` is the line's silence. */
function hear(chunks: readonly (Uint8Array | "gap")[], edc: "lrc" | "crc" = "lrc"): readonly Heard[] {
  const heard: Heard[] = [];
  const parser = new T1Parser(edc, (block) => heard.push(block));
  for (const chunk of chunks) {
    if (chunk === "gap") parser.gap();
    else parser.push(chunk);
  }
  return heard;
}

const defect = (name: string) => ({ kind: "defect", defect: name });

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe("the characters of the line", () => {
  it("give the blocks that were written, however they are cut", () => {
    fc.assert(
      fc.property(
        fc.array(anyBlock, { maxLength: 5 }),
        fc.array(fc.nat()),
        fc.constantFrom("lrc", "crc"),
        (blocks, places, edc) => {
          const sent: Uint8Array[] = [];
          const writer = new T1Writer(edc, (bytes) => sent.push(bytes));
          for (const block of blocks) writer.write(block);
          expect(hear(cut(concat(...sent), places), edc)).toEqual(blocks);
        },
      ),
    );
  });

  it("give the same for any garbage, however it is cut", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.array(fc.nat()), (bytes, places) => {
        expect(hear([...cut(bytes, places), "gap"])).toEqual(hear([bytes, "gap"]));
      }),
    );
  });

  it("make a block with its last one, not before", () => {
    expect(hear([fromHex("00 80 00")])).toEqual([]);
    expect(hear([fromHex("00 80 00"), fromHex("80")])).toEqual([{ kind: "R", nr: 0, error: "none" }]);
  });

  it("that end too early are a defect once the line falls silent, and the next block is heard", () => {
    const heard = hear([fromHex("00 00 02 90"), "gap", fromHex("00 00 02 90 00 92"), "gap"]);
    expect(heard).toMatchObject([defect("length"), { kind: "I" }]);
  });

  it("with a wrong EDC belong to one damaged block until the line falls silent", () => {
    const damaged = fromHex("00 00 01 90 00 92"); // LEN 02 heard as 01: two characters seem to be too many
    expect(hear([damaged])).toEqual([]);
    expect(hear([damaged, fromHex("00 00 02 90 00 92"), "gap", fromHex("00 80 00 80")])).toEqual([
      defect("edc"),
      { kind: "R", nr: 0, error: "none" },
    ]);
  });

  it("with LEN FF are refused at the silence, and nothing of them is kept", () => {
    const heard = hear([fromHex("00 00 FF"), new Uint8Array(100_000), "gap", fromHex("00 80 00 80")]);
    expect(heard).toMatchObject([defect("len-ff"), { kind: "R" }]);
  });

  it("with LEN FF are a block of 255 bytes for a receiver that overlooks it", () => {
    const heard: Heard[] = [];
    const parser = new T1Parser(
      "lrc",
      (block) => heard.push(block),
      (name) => name === "len-ff",
    );
    parser.push(encodeBlock({ kind: "I", ns: 0, more: false, inf: new Uint8Array(255).fill(7) }, "lrc"));
    expect(heard).toMatchObject([{ kind: "I", inf: new Uint8Array(255).fill(7) }]);
  });

  it("of silence alone are nothing", () => {
    expect(hear(["gap", "gap"])).toEqual([]);
  });
});
