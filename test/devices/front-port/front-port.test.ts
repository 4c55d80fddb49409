import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FROM_FRONT, TO_FRONT } from "../../../devices/front-port/constants.ts";
import { frontMessages } from "../../../devices/front-port/messages.ts";
import { type FrontEvent, FrontParser } from "../../../devices/front-port/parser.ts";
import { encodeFront } from "../../../devices/front-port/writer.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { anyMessage } from "./any-message.ts";

/** What a parser makes of bytes, cut at each of the places given. */
function heard(bytes: Uint8Array, cuts: readonly number[] = []): readonly FrontEvent[] {
  const events: FrontEvent[] = [];
  const parser = new FrontParser((event) => events.push(event));
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [index, place] of places.entries()) parser.push(bytes.subarray(places[index - 1] ?? 0, place));
  return events;
}

const message = (type: number, payload: Uint8Array | string): Uint8Array => {
  const bytes = typeof payload === "string" ? new TextEncoder().encode(payload) : payload;
  return Uint8Array.of((bytes.length + 2) >> 8, bytes.length + 2, type, 1, ...bytes);
};

describe("messages of the front port", () => {
  const rows = Object.entries(frontMessages).flatMap(([kind, { type, vectors }]) =>
    vectors.map((vector) => ({ kind, type, ...vector })),
  );

  it.each(rows)("$kind: $title has these bytes, both ways", ({ type, bytes, value }) => {
    expect(toHex(encodeFront(value))).toBe(bytes.replaceAll(" ", ""));
    expect(heard(fromHex(bytes))).toEqual([{ kind: "frame", frame: value }]);
    expect(fromHex(bytes)[2]).toBe(type);
  });

  it("have a row and a vector for every type", () => {
    const types = [...Object.values(TO_FRONT), ...Object.values(FROM_FRONT)];
    expect([...new Set(rows.map(({ type }) => type))].sort()).toEqual(types.sort());
  });

  it("come back as they were written, however the line cuts them", () => {
    const frames = fc.array(fc.record({ number: fc.nat(255), message: anyMessage }), { maxLength: 5 });
    fc.assert(
      fc.property(frames, fc.array(fc.nat(), { maxLength: 20 }), (sent, cuts) => {
        const bytes = Uint8Array.from(sent.flatMap((frame) => [...encodeFront(frame)]));
        expect(heard(bytes, cuts)).toEqual(sent.map((frame) => ({ kind: "frame", frame })));
      }),
    );
  });

  it("of any bytes are a message, nonsense or the end, and nothing is heard behind the end", () => {
    const types = fc.constantFrom(...Object.values(TO_FRONT), ...Object.values(FROM_FRONT));
    const framed = fc
      .tuple(types, fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.json()))
      .map(([type, payload]) => message(type, payload.slice(0, 4_000)));
    fc.assert(
      fc.property(fc.array(fc.oneof(framed, fc.uint8Array({ maxLength: 30 })), { maxLength: 8 }), (pieces) => {
        const events = heard(Uint8Array.from(pieces.flatMap((piece) => [...piece])));
        expect(events.slice(0, -1).some(({ kind }) => kind === "lost")).toBe(false);
      }),
    );
  });

  it.each([
    ["a touch of no kind", FROM_FRONT.touched, '{"kind":"danced"}'],
    ["a way nobody has", FROM_FRONT.touched, '{"kind":"chose","method":"toString"}'],
    ["letters for a PIN", FROM_FRONT.touched, '{"kind":"typed","digits":"12a4"}'],
    ["digits without end", FROM_FRONT.touched, `{"kind":"typed","digits":"${"1".repeat(17)}"}`],
    ["consents that are words", FROM_FRONT.touched, '{"kind":"answered","consents":{"drug":"yes"}}'],
    ["half a JSON", FROM_FRONT.touched, '{"kind":"typed","digits":"1234"'],
    ["a list", FROM_FRONT.touched, "[]"],
    ["nothing where JSON ought to be", FROM_FRONT.touched, ""],
    ["a screen of no name", TO_FRONT.screen, '\0\0\0\0{"reader":"R1","screen":"S99"}'],
    ["a screen that says not how long it waits", TO_FRONT.screen, "\0\0"],
    ["a picture without a side", FROM_FRONT.picture, fromHex("0000 0190 00 01")],
    ["a picture beyond all sizes", FROM_FRONT.picture, fromHex("07D1 0001 00 01")],
    ["a second frame of one", FROM_FRONT.picture, fromHex("0001 0001 01 01")],
    ["a picture of three frames", FROM_FRONT.picture, fromHex("0001 0001 00 03")],
    ["no pixels", FROM_FRONT.luma, ""],
    ["a score above the whole", FROM_FRONT.measured, fromHex("03E9 0000 00")],
    ["a quality without a name", FROM_FRONT.measured, fromHex("0000 0000 05")],
    ["a type nobody knows", 0x7f, ""],
  ])("%s is nonsense, and what comes behind it is heard", (_title, type, payload) => {
    const bytes = Uint8Array.of(...message(type, payload), ...fromHex("0002 82 02"));
    expect(heard(bytes)).toEqual([
      { kind: "nonsense", type },
      { kind: "frame", frame: { number: 2, message: { kind: "untouched" } } },
    ]);
  });

  it("are told as they are in docs/front-port.md", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/front-port.md"), "utf8");
    const examples = [...page.matchAll(/^[→←] ((?:[0-9A-F]{2} ?)+)(.*)$/gm)].map(([, hex = "", json = ""]) =>
      Uint8Array.of(...fromHex(hex), ...new TextEncoder().encode(json)),
    );
    expect(examples.length).toBeGreaterThan(5);
    for (const bytes of examples) {
      const [event, more] = heard(bytes);
      expect([event?.kind, more]).toEqual(["frame", undefined]);
      expect(event?.kind === "frame" && toHex(encodeFront(event.frame))).toBe(toHex(bytes));
    }
  });

  it("bring nothing along that was not asked for", () => {
    const touch = '{"kind":"looked","digits":"1234","__proto__":{"kind":"left"}}';
    const events = heard(message(FROM_FRONT.touched, touch));
    expect(JSON.stringify(events)).toBe(
      '[{"kind":"frame","frame":{"number":1,"message":{"kind":"touched","touch":{"kind":"looked"}}}}]',
    );
  });

  it("whose length cannot be right end the port", () => {
    expect(heard(fromHex("1003 81 01 0002 82 02"))).toEqual([{ kind: "lost" }]);
  });
});
