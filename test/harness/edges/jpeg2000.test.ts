import startCodec from "@cornerstonejs/codec-openjpeg/wasmjs";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { renderPortrait } from "../../../harness/edges/face-image.ts";
import { type Jpeg2000, loadJpeg2000 } from "../../../harness/edges/jpeg2000.ts";
import { portraitFeatures } from "../../../harness/edges/portrait-features.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

/** Bytes of the boxes before the codestream; its SIZ marker segment is at their end. */
const BOXES = 85;

let jpeg2000: Jpeg2000;
let portrait: FaceImage;
let file: Uint8Array;

/** Watched from before the codec is loaded, which remembers the console it found. */
const outlets = [
  vi.spyOn(process.stdout, "write"),
  vi.spyOn(process.stderr, "write"),
  vi.spyOn(console, "log"),
  vi.spyOn(console, "error"),
];

beforeAll(async () => {
  jpeg2000 = await loadJpeg2000();
  portrait = await renderPortrait(portraitFeatures(rngFromSeed(1), { sex: "2", ageYears: 30 }));
  file = jpeg2000.encode(portrait);
});

function damaged(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = file.slice();
  copy.set(bytes, at);
  return copy;
}

const grey = { width: 32, height: 24, bitsPerSample: 8, componentCount: 1, isSigned: false };

/** A sound codestream as other software might write it. */
async function codestream(info: typeof grey): Promise<Uint8Array> {
  const codec = await startCodec({ print: () => {}, printErr: () => {} });
  const encoder = new codec.J2KEncoder();
  encoder.getDecodedBuffer(info).fill(7);
  encoder.setDecompositions(1);
  encoder.setQuality(true, 0);
  encoder.encode();
  const bytes = encoder.getEncodedBuffer().slice();
  encoder.delete();
  return bytes;
}

/** The decoded pixels as text, which compares faster than arrays do. */
function lumaOf(bytes: Uint8Array): string {
  const image = jpeg2000.decode(bytes);
  if (image === undefined) throw new Error("no picture was decoded");
  return toHex(image.luma);
}

describe("encoding a photograph", () => {
  test("gives 5 to 10 kB for a portrait", () => {
    expect(file.length).toBeGreaterThan(5000);
    expect(file.length).toBeLessThan(10_000);
  });

  test("puts the four boxes of a grey JP2 file around the codestream", () => {
    expect(toHex(file.subarray(0, BOXES + 4))).toBe(
      [
        "0000000C6A5020200D0A870A",
        "00000014667479706A703220000000006A703220",
        "0000002D6A703268",
        "000000166968647200000140000000F0000107070000",
        "0000000F636F6C7201000000000011",
        `${(file.length - BOXES + 8).toString(16).padStart(8, "0").toUpperCase()}6A703263`,
        "FF4FFF51",
      ].join(""),
    );
  });

  test("gives a file whose boxes another reader understands", async () => {
    const lines: string[] = [];
    const codec = await startCodec({ print: (line) => lines.push(line), printErr: (line) => lines.push(line) });
    const decoder = new codec.J2KDecoder();
    decoder.getEncodedBuffer(file.length).set(file);
    decoder.decode();
    expect(decoder.getDecodedBuffer().length).toBe(240 * 320);
    expect(lines.filter((line) => !line.startsWith("[INFO]"))).toEqual([]);
    decoder.delete();
  });

  test("loses next to nothing of the picture", () => {
    const decoded = jpeg2000.decode(file);
    const errors = portrait.luma.map((luma, index) => Math.abs(luma - (decoded?.luma[index] ?? 0)));
    expect(decoded).toMatchObject({ widthPx: 240, heightPx: 320 });
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(1);
  });

  test.each([
    [1, 1],
    [3, 7],
    [33, 16],
    [1, 2000],
  ])("works for %d by %d pixels", (widthPx, heightPx) => {
    const image = { widthPx, heightPx, luma: new Uint8Array(widthPx * heightPx).fill(120) };
    expect(jpeg2000.decode(jpeg2000.encode(image))).toMatchObject({ widthPx, heightPx });
  });

  test("names the field when the picture is not one", () => {
    const tooShort = { widthPx: 4, heightPx: 4, luma: new Uint8Array(15) };
    expect(() => jpeg2000.encode(tooShort)).toThrow(expect.objectContaining({ field: "luma", name: MisuseError.name }));
  });
});

describe("decoding a photograph", () => {
  test("takes a bare codestream as well", () => {
    expect(lumaOf(file.subarray(BOXES))).toBe(lumaOf(file));
  });

  test("takes a last box that runs to the end of the file", () => {
    expect(lumaOf(damaged(BOXES - 8, 0, 0, 0, 0))).toBe(lumaOf(file));
  });

  test("gives nothing for a file cut off anywhere", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: file.length - 1 }),
        (length) => jpeg2000.decode(file.subarray(0, length)) === undefined,
      ),
      { numRuns: 100 },
    );
  });

  test("gives nothing for random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => jpeg2000.decode(bytes) === undefined));
  });

  test.each([
    ["is wider than 2000 pixels", { ...grey, width: 2001 }],
    ["has 4 bits a pixel", { ...grey, bitsPerSample: 4 }],
    ["has signed pixels", { ...grey, isSigned: true }],
    ["has three components", { ...grey, componentCount: 3 }],
  ])("gives nothing for a codestream that %s", async (_, info) => {
    expect(jpeg2000.decode(await codestream(info))).toBeUndefined();
  });

  test("takes the codestreams those differ from", async () => {
    expect(jpeg2000.decode(await codestream(grey))).toMatchObject({ widthPx: 32, heightPx: 24 });
  });

  test.each([
    ["no height", 12, [0, 0, 0, 0]],
    ["half the columns", 43, [2]],
    ["tiny tiles", 24, [0, 0, 0, 1]],
  ])("gives nothing for a codestream whose head was changed to %s", (_, at, bytes) => {
    expect(jpeg2000.decode(damaged(BOXES + at, ...bytes))).toBeUndefined();
  });

  test("survives any damage, says nothing aloud and still works afterwards", () => {
    const change = fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 }));
    const changeOfHead = fc.tuple(fc.integer({ min: BOXES, max: BOXES + 160 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(fc.oneof(change, changeOfHead), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = file.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const image = jpeg2000.decode(bytes);
        return image === undefined || image.luma.length === image.widthPx * image.heightPx;
      }),
      { numRuns: 300 },
    );
    expect(outlets.flatMap((outlet) => outlet.mock.calls)).toEqual([]);
    expect(jpeg2000.decode(file)?.luma.length).toBe(76800);
  });
});
