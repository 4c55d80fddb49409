import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  frameBytesOf,
  frameSizeVectors,
  frameWaitingTimeMs,
  waitingTimeVectors,
} from "../../../devices/iso14443/capabilities.ts";
import { crcVectors, hasGoodCrc, withCrc } from "../../../devices/iso14443/crc-b.ts";
import type { Frame, FrameKind } from "../../../devices/iso14443/frame.ts";
import { frameRows } from "../../../devices/iso14443/frame-rows.ts";
import { BLOCKS, COMMANDS, parseFrame } from "../../../devices/iso14443/parser.ts";
import { writeFrame } from "../../../devices/iso14443/writer.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import type { Vector } from "../../../simulator/kernel/vector.ts";

const kinds = Object.keys(frameRows) as FrameKind[];
const rows = kinds.flatMap((kind) =>
  (frameRows[kind].vectors as readonly Vector<Frame>[]).map((vector) => [vector.title, kind, vector] as const),
);

describe("a frame of Type B", () => {
  it.each(rows)("%s, is read and written as its row says", (_title, kind, { bytes, value, decodeOnly }) => {
    expect(parseFrame(fromHex(bytes), [kind])).toEqual(value);
    if (decodeOnly !== true) expect(toHex(writeFrame(value))).toBe(bytes.replaceAll(" ", ""));
  });

  it("of every kind has a vector", () => {
    for (const kind of kinds) expect(frameRows[kind].vectors.length, kind).toBeGreaterThan(0);
  });

  it.each(crcVectors.map(({ body, frame }) => [body, frame] as const))("of %s ends with its CRC_B", (body, frame) => {
    expect(toHex(withCrc(fromHex(body)))).toBe(frame.replaceAll(" ", ""));
  });

  it("with up to three wrong bits never passes, whatever it was", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 254 }),
        fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 }),
        (body, places) => {
          const frame = withCrc(body);
          const bits = new Set(places.map((place) => place % (frame.length * 8)));
          for (const bit of bits) frame[bit >> 3] = (frame[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          expect(hasGoodCrc(frame)).toBe(false);
        },
      ),
    );
  });
});

describe("bytes that are no frame", () => {
  it.each([
    ["", "too-short"],
    ["71 FF", "too-short"],
    ["05 00 00 71 FE", "bad-crc"],
    [`${"00".repeat(257)}`, "too-long"],
  ] as const)("%s are a defect by name", (bytes, what) => {
    expect(parseFrame(fromHex(bytes), COMMANDS)).toEqual({ kind: "defect", what });
  });

  it.each([
    ["05 00", "wrong-length"],
    ["05 00 05", "reserved-bits"],
    ["05 00 20", "reserved-bits"],
    ["15 00", "wrong-length"],
    ["1D 01 02 03 04 00 08 01", "wrong-length"],
    ["1D 01 02 03 04 00 08 11 00", "reserved-bits"],
    ["1D 01 02 03 04 00 08 01 10", "reserved-bits"],
    ["50 01 02 03", "wrong-length"],
    ["06 00 90 00", "node-address"],
    ["A2 00", "wrong-length"],
    ["A6", "unexpected"],
    ["A0", "unexpected"],
    ["F2", "wrong-length"],
    ["F2 01 01", "wrong-length"],
    ["D2", "unexpected"],
    ["C2 00", "wrong-length"],
    ["0A", "wrong-length"],
    ["0A 0F", "reserved-bits"],
    ["0A 11", "reserved-bits"],
    ["00 00", "unexpected"],
  ] as const)("%s with a good CRC are a defect by name", (body, what) => {
    expect(parseFrame(withCrc(fromHex(body)), COMMANDS)).toEqual({ kind: "defect", what });
  });

  it("never make the parser throw, and what it takes for a frame is written back as it came", () => {
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 1, maxLength: 20 }).map(withCrc),
      fc
        .tuple(
          fc.constantFrom(0x02, 0x0a, 0x13, 0xa2, 0xba, 0xf2, 0xc2, 0x05, 0x1d, 0x50),
          fc.uint8Array({ maxLength: 12 }),
        )
        .map(([first, rest]) => withCrc(Uint8Array.of(first, ...rest))),
    );
    fc.assert(
      fc.property(
        any,
        fc.constantFrom<readonly FrameKind[]>(COMMANDS, BLOCKS, ["ATQB"], ["ATTRIB-ANSWER"]),
        (bytes, awaited) => {
          const frame = parseFrame(bytes, awaited);
          if (frame.kind === "defect") return;
          const again = parseFrame(writeFrame(frame), awaited);
          expect(again).toEqual(frame);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("what a card says of times and sizes", () => {
  it.each(waitingTimeVectors.map(({ fwi, ms }) => [fwi, ms] as const))("FWI %i is %i ms", (fwi, ms) => {
    expect(frameWaitingTimeMs(fwi)).toBe(ms);
  });

  it.each(frameSizeVectors.map(({ code, bytes }) => [code, bytes] as const))("code %i is %i bytes", (code, bytes) => {
    expect(frameBytesOf(code)).toBe(bytes);
  });
});
