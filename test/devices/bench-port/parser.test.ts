import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FROM_FIRMWARE, KEY, MAX_PAYLOAD_BYTES, TO_FIRMWARE } from "../../../devices/bench-port/constants.ts";
import { type BenchMessage, benchMessage, encodeBenchMessage } from "../../../devices/bench-port/frame.ts";
import { type BenchEvent, BenchParser } from "../../../devices/bench-port/parser.ts";
import {
  charactersFromCard,
  charactersToCard,
  keyPressed,
  logLine,
  powerOnCard,
  screenShows,
} from "../../../devices/bench-port/writer.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

function eventsOf(pieces: readonly Uint8Array[]): readonly BenchEvent[] {
  const events: BenchEvent[] = [];
  const parser = new BenchParser((event) => events.push(event));
  for (const piece of pieces) parser.push(piece);
  return events;
}

/** Cuts bytes at the places named. */
function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

const message = (value: BenchMessage): BenchEvent => ({ kind: "message", message: value });

/** The conversation at the end of docs/bench-port.md, line by line. */
const example: readonly { readonly line: string; readonly value: BenchMessage }[] = [
  { line: "→ 00 02 81 00", value: benchMessage(TO_FIRMWARE.cardInserted, 0) },
  { line: "← 00 03 01 00 03", value: powerOnCard(0, 3) },
  { line: "→ 00 09 83 00 3B 80 81 31 FE 04 CA", value: charactersFromCard(0, fromHex("3B 80 81 31 FE 04 CA")) },
  { line: "← 00 07 03 00 00 C1 01 FE 3E", value: charactersToCard(0, fromHex("00 C1 01 FE 3E")) },
  { line: "→ 00 07 83 00 00 E1 01 FE 1E", value: charactersFromCard(0, fromHex("00 E1 01 FE 1E")) },
];

/** What the page describes in words. */
const others: readonly { readonly line: string; readonly value: BenchMessage }[] = [
  { line: "→ 00 03 86 00 35", value: keyPressed(0x35) },
  { line: "→ 00 03 86 00 0D", value: keyPressed(KEY.enter) },
  { line: "← 00 05 06 00 50 49 4E", value: screenShows("PIN") },
  { line: "← 00 02 06 00", value: screenShows("") },
  { line: "← 00 05 07 00 E6 9A 97", value: logLine("暗") },
  { line: "← 00 03 04 01 01", value: benchMessage(FROM_FIRMWARE.field, 1, Uint8Array.of(1)) },
];

const bytesOf = (line: string): Uint8Array => fromHex(line.slice(2));

describe("the bench port", () => {
  it.each([...example, ...others])("$line is read and written as the page says", ({ line, value }) => {
    expect(eventsOf([bytesOf(line)])).toEqual([message(value)]);
    expect(toHex(encodeBenchMessage(value))).toBe(toHex(bytesOf(line)));
  });

  it("is shown by the same example in docs/bench-port.md", () => {
    const page = readFileSync(new URL("../../../docs/bench-port.md", import.meta.url), "utf8");
    const shown = [...page.matchAll(/^[→←](?: [0-9A-F]{2})+/gm)].map(([line]) => line);
    expect(shown).toEqual(example.map(({ line }) => line));
  });

  it("gives the same messages however the bytes are cut, and leaves each alone", () => {
    const messages = fc.array(
      fc.record({ type: fc.nat(255), slot: fc.nat(255), payload: fc.uint8Array({ maxLength: 60 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(messages, fc.array(fc.nat(), { maxLength: 20 }), (values, places) => {
        const pieces = cut(concat(...values.map(encodeBenchMessage)), places);
        expect(eventsOf(pieces)).toEqual(values.map(message));
      }),
    );
  });

  it("gives the same for any garbage, however it is cut, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(), { maxLength: 20 }), (bytes, places) => {
        expect(eventsOf(cut(bytes, places))).toEqual(eventsOf([bytes]));
      }),
    );
  });

  it("takes the longest payload there is", () => {
    const longest = benchMessage(TO_FIRMWARE.characters, 0, new Uint8Array(MAX_PAYLOAD_BYTES).fill(7));
    expect(eventsOf([encodeBenchMessage(longest)])).toEqual([message(longest)]);
  });

  it.each([
    ["00 00", 0],
    ["00 01", 1],
    ["10 03", 2 + MAX_PAYLOAD_BYTES + 1],
    ["FF FF", 0xffff],
  ])("is lost at a length of %s, and tells nothing behind it", (length, announced) => {
    const good = encodeBenchMessage(benchMessage(TO_FIRMWARE.cardInserted));
    const events = eventsOf([good, concat(fromHex(length), good), good]);
    expect(events).toEqual([message(benchMessage(TO_FIRMWARE.cardInserted)), { kind: "lost", announced }]);
  });
});
