import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBlock, encodeBlock } from "../../../devices/t1/block.ts";
import { errorOf, t1Defects } from "../../../devices/t1/defects.ts";
import { edcOf, edcVectors, hasValidEdc } from "../../../devices/t1/edc.ts";
import { pcbRowOf, pcbRows } from "../../../devices/t1/pcb-table.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { anyBlock } from "./any-block.ts";

const edcs = ["lrc", "crc"] as const;

describe("the PCB table", () => {
  const vectors = pcbRows.flatMap((row) => row.vectors.map((vector) => [vector.title, row, vector] as const));

  it.each(vectors)("%s: its bytes mean the block of the row, and the block has these bytes", (_title, row, vector) => {
    const bytes = fromHex(vector.bytes);
    expect(bytes[1]).toBe(row.pcb);
    expect(decodeBlock(bytes, "lrc")).toEqual(vector.value);
    expect(vector.value).toMatchObject(row.block);
    expect(toHex(encodeBlock(vector.value, "lrc"))).toBe(toHex(bytes));
  });

  it("has a vector for each of its 18 values, and every other PCB means nothing", () => {
    expect(pcbRows.filter(({ vectors }) => vectors.length === 0)).toEqual([]);
    expect(Array.from({ length: 256 }, (_, pcb) => pcbRowOf(pcb)).filter((row) => row !== undefined)).toHaveLength(18);
  });
});

describe("bytes that are no block", () => {
  it.each(t1Defects.map((row) => [row.name, row] as const))("%s is named", (name, { example }) => {
    expect(decodeBlock(fromHex(example), "lrc")).toEqual({ kind: "defect", defect: name });
  });

  it("an R block says 81 of a wrong EDC and 82 of everything else", () => {
    expect(t1Defects.filter(({ name }) => errorOf(name) === "edc").map(({ name }) => name)).toEqual(["edc"]);
    expect(errorOf("silence")).toBe("other");
  });

  it("a defect that is overlooked does not hide another", () => {
    const both = fromHex("00 80 01 00 82");
    expect(decodeBlock(both, "lrc", (defect) => defect === "r-length")).toEqual({ kind: "defect", defect: "edc" });
    expect(decodeBlock(both, "lrc", () => true)).toMatchObject({ kind: "R", nr: 0 });
    expect(decodeBlock(fromHex("00 C4 00 C4"), "lrc", () => true)).toEqual({ kind: "defect", defect: "pcb-unknown" });
  });

  it("any bytes are a block or a named defect, whatever is overlooked", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...edcs), fc.boolean(), (bytes, edc, lenient) => {
        expect(decodeBlock(bytes, edc, () => lenient).kind).toMatch(/^(?:I|R|S-request|S-response|defect)$/);
      }),
    );
  });

  it("one flipped bit never makes another block of the same length, with either EDC", () => {
    fc.assert(
      fc.property(anyBlock, fc.constantFrom(...edcs), fc.nat(), (block, edc, at) => {
        const bytes = encodeBlock(block, edc);
        const bit = at % (8 * bytes.length);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(decodeBlock(bytes, edc).kind).toBe("defect");
      }),
    );
  });
});

describe("a block", () => {
  it("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(anyBlock, fc.constantFrom(...edcs), (block, edc) => {
        expect(decodeBlock(encodeBlock(block, edc), edc)).toEqual(block);
      }),
    );
  });

  it("keeps its information when the bytes it was read from change", () => {
    const bytes = fromHex("00 00 02 90 00 92");
    const block = decodeBlock(bytes, "lrc");
    bytes.fill(0xff);
    expect(block).toMatchObject({ inf: fromHex("90 00") });
  });
});

describe("the epilogue", () => {
  it.each(edcVectors.map((row) => [row.edc, row] as const))("%s is that of its row", (edc, { body, epilogue }) => {
    const block = fromHex(body);
    expect(edcOf(block, block.length, edc)).toBe(Number.parseInt(epilogue.replace(" ", ""), 16));
    expect(hasValidEdc(concat(block, fromHex(epilogue)), edc)).toBe(true);
  });

  it("is not valid where there is nothing before it", () => {
    expect(hasValidEdc(new Uint8Array(0), "lrc")).toBe(false);
    expect(hasValidEdc(Uint8Array.of(0), "lrc")).toBe(false);
  });
});
