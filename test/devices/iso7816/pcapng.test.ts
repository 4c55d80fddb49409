import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CapturedPacket,
  enhancedPacket,
  interfaceDescription,
  sectionHeader,
} from "../../../devices/iso7816/pcapng.ts";
import { encodeUpperPdu, upperPduVectors } from "../../../devices/iso7816/upper-pdu.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { blocksIn } from "./pcapng-reader.ts";

const packet = (more: Partial<CapturedPacket>): CapturedPacket => ({
  interfaceNumber: 0,
  atMs: 0,
  direction: undefined,
  bytes: new Uint8Array(0),
  originalLengthBytes: 0,
  comments: [],
  ...more,
});

describe("a pcapng block", () => {
  it.each(sectionHeader.vectors)("section header, $title: has the bytes of its vector", ({ value, bytes }) => {
    expect(toHex(sectionHeader.encode(value))).toBe(toHex(fromHex(bytes)));
  });

  it.each(interfaceDescription.vectors)("interface, $title: has the bytes of its vector", ({ value, bytes }) => {
    expect(toHex(interfaceDescription.encode(value))).toBe(toHex(fromHex(bytes)));
  });

  it.each(enhancedPacket.vectors)("packet, $title: has the bytes of its vector", ({ value, bytes }) => {
    expect(toHex(enhancedPacket.encode(value))).toBe(toHex(fromHex(bytes)));
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e16])(
    "refuses the instant %s, which pcapng cannot say",
    (atMs) => {
      expect(() => enhancedPacket.encode(packet({ atMs }))).toThrow(MisuseError);
    },
  );

  it("never says that less was on the wire than it holds", () => {
    const [block] = blocksIn(enhancedPacket.encode(packet({ bytes: Uint8Array.of(1, 2, 3), originalLengthBytes: 1 })));
    expect(block?.body.readUInt32LE(16)).toBe(3);
  });

  it("cuts a long comment between two characters", () => {
    const comment = "公".repeat(5000);
    const [block] = blocksIn(enhancedPacket.encode(packet({ comments: [comment] })));
    const [option] = block?.options ?? [];
    expect(option?.value.length).toBe(4095);
    expect(comment.startsWith(option?.value.toString("utf8") ?? "?")).toBe(true);
  });
});

describe("a pcapng file", () => {
  it("of any packets adds up: lengths, padding, the length repeated at the end of each block, every byte and comment kept", () => {
    const anyPacket = fc.record({
      interfaceNumber: fc.nat(9),
      atMs: fc.nat(2 ** 48),
      direction: fc.constantFrom("inbound" as const, "outbound" as const, undefined),
      bytes: fc.uint8Array({ maxLength: 300 }),
      originalLengthBytes: fc.nat(70_000),
      comments: fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyPacket, { maxLength: 6 }), fc.string(), (packets, name) => {
        const file = concat(
          sectionHeader.encode({ application: name, comment: name }),
          interfaceDescription.encode({ linkType: 252, name }),
          ...packets.map((one) => enhancedPacket.encode(one)),
        );
        const blocks = blocksIn(file);
        expect(blocks.map(({ type }) => type)).toEqual([0x0a0d0d0a, 1, ...packets.map(() => 6)]);
        packets.forEach((one, index) => {
          const { body, options } = blocks[index + 2] ?? { body: Buffer.alloc(0), options: [] };
          const captured = body.readUInt32LE(12);
          expect(Number(BigInt(body.readUInt32LE(4)) * 2n ** 32n + BigInt(body.readUInt32LE(8)))).toBe(one.atMs);
          expect(body.subarray(20, 20 + captured).equals(Buffer.from(one.bytes))).toBe(true);
          const said = options.filter(({ code }) => code === 1).map(({ value }) => value.toString("utf8"));
          expect(said).toEqual(one.comments.map((comment) => Buffer.from(comment, "utf8").toString("utf8")));
        });
      }),
    );
  });
});

describe("the header of an upper PDU", () => {
  it.each(upperPduVectors)("$value has the bytes of its vector", ({ value, bytes }) => {
    expect(toHex(encodeUpperPdu(value))).toBe(toHex(fromHex(bytes)));
  });
});
