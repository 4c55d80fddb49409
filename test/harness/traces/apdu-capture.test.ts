import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApduCapture, apduCapture } from "../../../harness/traces/apdu-capture.ts";
import { type CardEvent, cardEventsOf } from "../../../harness/traces/card-events.ts";
import { cardNames } from "../../../harness/traces/card-names.ts";
import { concat } from "../../../simulator/kernel/bytes.ts";
import { blocksIn } from "../../devices/iso7816/pcapng-reader.ts";
import { exchange, recorded } from "./events.ts";

const options = { application: "madoguchi", comment: "SIMULATION", language: "en" } as const;

/** The packets of a capture: what follows the tags, how long it was, and what is said. */
function packetsOf(file: Uint8Array) {
  return blocksIn(file)
    .filter(({ type }) => type === 6)
    .map(({ body, options: said }) => {
      const tags = tagsLength(body.subarray(20));
      const captured = body.readUInt32LE(12);
      return {
        bytes: body
          .subarray(20 + tags, 20 + captured)
          .toString("hex")
          .toUpperCase(),
        lengthBytes: body.readUInt32LE(16) - tags,
        comments: said.filter(({ code }) => code === 1).map(({ value }) => value.toString("utf8")),
      };
    });
}

/** Bytes of the tags before a packet, up to and with the end tag. */
function tagsLength(packet: Buffer): number {
  let at = 0;
  while (packet.readUInt16BE(at) !== 0) at += 4 + packet.readUInt16BE(at + 2);
  return at + 4;
}

const captured = (...events: readonly CardEvent[]) => packetsOf(apduCapture(events, cardNames, options));

describe("an APDU capture", () => {
  it("of a recorded trace has each command and each answer, byte for byte where nothing is private", () => {
    const trace = recorded("C02");
    const packets = packetsOf(apduCapture(cardEventsOf(trace), cardNames, options));
    const open = trace.on("card.apdu").filter(({ message }) => !JSON.stringify(message).includes("«"));
    const texts = new Set(packets.map(({ bytes }) => bytes));
    for (const { message } of open) {
      expect(texts).toContain(message.command);
      expect(texts).toContain(message.response);
    }
    expect(packets).toHaveLength(trace.on("card.apdu").length * 2 + trace.on("card.field").length);
  });

  it("of a private command keeps the header, says that more was sent, and invents no digit", () => {
    expect(captured(exchange("00200080«pin» → 63C2"))).toEqual([
      { bytes: "00200080", lengthBytes: 6, comments: ["VERIFY the current EF with «pin»"] },
      { bytes: "63C2", lengthBytes: 2, comments: ["63C2 verification failed, 2 tries left"] },
    ]);
  });

  it.each(["00B0000000 → «photo»9000", "00B0000000 → FF20«photo»FF9000"])(
    "of the private answer in %s keeps the status word alone",
    (text) => {
      expect(captured(exchange(text))[1]).toEqual({
        bytes: "9000",
        lengthBytes: 2,
        comments: ["9000 done, «photo»"],
      });
    },
  );

  it("has no packet for an answer that never came, and says so at the command", () => {
    expect(captured(exchange("00200080 → 0000"))).toEqual([
      {
        bytes: "00200080",
        lengthBytes: 4,
        comments: ["VERIFY the current EF, asks the tries left", "no answer"],
      },
    ]);
  });

  it("of bytes that are no command shows no more of them than came", () => {
    expect(captured(exchange("00B00000(2 bytes, no command) → 6700"))[0]).toMatchObject({
      bytes: "00B0",
      lengthBytes: 2,
    });
    expect(captured(exchange("00B00000(9 bytes, no command) → 6700"))[0]).toMatchObject({
      bytes: "00B00000",
      lengthBytes: 9,
    });
  });

  it("shows the ATR of a card that comes, and tells of one that goes", () => {
    const field = { atMs: 0, pco: "card.field" } as const;
    expect(
      captured(
        { ...field, message: { reader: "R1", change: "inserted", atr: "3B E0 00 FF 81 31 FE 45 14" } },
        { ...field, message: { reader: "R1", change: "inserted" } },
        { ...field, message: { reader: "R1", change: "inserted", collision: true } },
        { ...field, message: { reader: "R1", change: "removed" } },
      ),
    ).toEqual([
      { bytes: "3BE000FF8131FE4514", lengthBytes: 9, comments: ["card placed, ATR"] },
      { bytes: "", lengthBytes: 0, comments: ["card placed, no ATR"] },
      { bytes: "", lengthBytes: 0, comments: ["several cards at once, none can be read"] },
      { bytes: "", lengthBytes: 0, comments: ["card taken"] },
    ]);
  });

  it("has one interface a reader, described before its first packet", () => {
    const other = exchange("00200080 → 63C3");
    const events = [other, { ...other, message: { ...other.message, reader: "R2" } } as CardEvent, other];
    const blocks = blocksIn(apduCapture(events, cardNames, options));
    expect(blocks.map(({ type }) => type)).toEqual([0x0a0d0d0a, 1, 6, 6, 1, 6, 6, 6, 6]);
    expect(blocks.filter(({ type }) => type === 6).map(({ body }) => body.readUInt32LE(0))).toEqual([0, 0, 1, 1, 0, 0]);
    const names = blocks.filter(({ type }) => type === 1).map(({ options: [name] }) => name?.value.toString());
    expect(names).toEqual(["R1", "R2"]);
  });

  it("written while it happens is the file written at once", () => {
    const events = cardEventsOf(recorded("C02"));
    const capture = new ApduCapture(cardNames, options);
    const pieces = [capture.open(), ...events.map((event) => capture.add(event))];
    expect(concat(...pieces)).toEqual(apduCapture(events, cardNames, options));
  });

  it("cuts what is too long to be an APDU, and says how long it was", () => {
    const [command] = captured(exchange(`${"00".repeat(70_000)} → 6700`));
    expect(command?.bytes.length).toBe((65_536 + 16) * 2);
    expect(command?.lengthBytes).toBe(70_000);
  });

  it("of any events, hostile text or not, adds up and never throws", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^([0-9A-Fa-f]{2}){0,30}(«[a-z-]{0,9}»)?([0-9A-F]{2}){0,4}$/),
      fc.stringMatching(/^[0-9A-F]{8}\(\d{1,12} bytes, no command\)$/),
    );
    const reader = fc.constantFrom("R1", "R2", "", "\u0000\ud800");
    const event = fc.oneof(
      fc
        .record({ reader, command: text, response: text, application: fc.option(text, { nil: undefined }) })
        .map((message) => ({ pco: "card.apdu", message })),
      fc
        .record({ reader, change: fc.constantFrom("inserted", "removed"), atr: fc.option(text, { nil: undefined }) })
        .map((message) => ({ pco: "card.field", message })),
      fc
        .record({ reader, command: text, supply: fc.constantFrom("interrupted", "swapped", "write-lost") })
        .map((message) => ({ pco: "card.supply", message, by: ["a-fault"], fate: "changed" })),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2 ** 44), event), { maxLength: 8 }),
        fc.constantFrom("ja", "en"),
        (list, language) => {
          const events = list.map(([atMs, one]) => ({ atMs, ...one }) as CardEvent);
          const packets = packetsOf(apduCapture(events, cardNames, { ...options, language: language as "ja" | "en" }));
          expect(packets.length).toBeGreaterThanOrEqual(events.length);
          for (const { comments, bytes, lengthBytes } of packets) {
            expect(comments.length).toBeGreaterThan(0);
            expect(bytes.length / 2).toBeLessThanOrEqual(lengthBytes);
          }
        },
      ),
    );
  });
});
