import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GEMPC_MAX_MESSAGE_BYTES, SYNC } from "../../../devices/ccid-serial/constants.ts";
import { encodeBytes, type LineEvent, lrcOf } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { lineVectors } from "../../../devices/ccid-serial/vectors.ts";
import { concat, fromHex } from "../../../simulator/kernel/bytes.ts";

function eventsOf(pieces: readonly Uint8Array[], max = GEMPC_MAX_MESSAGE_BYTES): readonly LineEvent[] {
  const events: LineEvent[] = [];
  const parser = new LineParser(max, (event) => events.push(event));
  for (const piece of pieces) parser.push(piece);
  return events;
}

/** Cuts bytes at the places named. */
function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

const asMessage = (data: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(0x6f, data.length, 0, 0, 0, 0, 1, 0, 0, 0), data);
const message = fc.uint8Array({ maxLength: 40 }).map(asMessage);

/** Where dwLength lies on the line: behind 03, 06 and the type. */
const DW_LENGTH = { at: 3, bytes: 4 };

/** Data that cannot look like the beginning of a frame. */
const messageWithoutSync = fc.uint8Array({ min: SYNC + 1, maxLength: 40 }).map(asMessage);

/** Flips one bit of the byte at `at`. */
function damage(line: Uint8Array, at: number, bit: number): void {
  line[at] = (line[at] ?? 0) ^ (1 << (bit & 7));
}

describe("the serial line of a CCID reader", () => {
  it.each(lineVectors)("$title", ({ bytes, event }) => {
    expect(eventsOf([fromHex(bytes)])[0]).toEqual(event);
    expect(eventsOf([...fromHex(bytes)].map((byte) => Uint8Array.of(byte)))[0]).toEqual(event);
  });

  it("gives the same events however the bytes are cut, two frames in one piece included, and leaves each alone", () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (messages, places) => {
          const line = concat(...messages.map(encodeBytes));
          const events = eventsOf(cut(line, places));
          expect(events).toEqual(messages.map((bytes) => ({ kind: "message", bytes })));
        },
      ),
    );
  });

  it("notices every single bit error outside dwLength: no damaged frame is taken for a message", () => {
    fc.assert(
      fc.property(messageWithoutSync, fc.nat(), (bytes, place) => {
        const line = encodeBytes(bytes);
        const at = place % (line.length - DW_LENGTH.bytes);
        damage(line, at < DW_LENGTH.at ? at : at + DW_LENGTH.bytes, place);
        expect(eventsOf([line]).filter(({ kind }) => kind === "message")).toEqual([]);
      }),
    );
  });

  it("cannot notice a damaged dwLength where the byte at the false end is by chance the LRC: the line has no more to check", () => {
    const line = encodeBytes(fromHex("6F 08 00 00 00 00 01 00 00 00 6B 00 00 00 00 00 00 00"));
    line[DW_LENGTH.at] = 0;
    expect(eventsOf([line])).toEqual([{ kind: "message", bytes: fromHex("6F 00 00 00 00 00 01 00 00 00") }]);
  });

  it("drops what means nothing between frames, and finds the frame behind it", () => {
    const good = fromHex("03 06 65 00 00 00 00 00 00 00 00 00 60");
    expect(eventsOf([concat(fromHex("00 11 7F 10"), good)])).toHaveLength(1);
  });

  it("breaks a frame off when the line stands still, and reads the next one", () => {
    const events: LineEvent[] = [];
    const parser = new LineParser(GEMPC_MAX_MESSAGE_BYTES, (event) => events.push(event));
    const good = fromHex("03 06 65 00 00 00 00 00 00 00 00 00 60");
    parser.push(good.subarray(0, 7));
    expect(parser.isMidFrame).toBe(true);
    parser.gap();
    parser.push(good);
    expect(events.map(({ kind }) => kind)).toEqual(["damaged", "message"]);
  });

  it("never throws and holds no more than one message, whatever comes", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
        for (const event of eventsOf(pieces, 64))
          if (event.kind === "message") expect(event.bytes.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("sums up as the reference does", () => {
    expect(lrcOf(fromHex("03 15"), 0, 2)).toBe(0x16);
  });
});
