import { concat } from "../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { layout, raw, u16le, u32le } from "../../simulator/kernel/layout.ts";

/**
 * Writes pcapng, the file Wireshark reads (draft-ietf-opsawg-pcapng; sections are named below). Three blocks are
 * enough, little-endian throughout. A file is one section header, then interfaces and packets in any order, an
 * interface before its packets; so a file can be written while it happens. All chunks are plain bytes, one after another.
 */
interface Block<T> {
  /** What the block says, as bytes. */
  encode(value: T): Uint8Array;
  readonly vectors: readonly { readonly title: string; readonly value: T; readonly bytes: string }[];
}

/** Who wrote the file. */
export interface CaptureSection {
  /** Program and version. */
  readonly application: string;
  readonly comment: string;
}

/** Where packets were seen; the first interface of a file has number 0, the next one 1. */
export interface CaptureInterface {
  /** LINKTYPE value: what the packets begin with. */
  readonly linkType: number;
  readonly name: string;
}

/** One packet. */
export interface CapturedPacket {
  readonly interfaceNumber: number;
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number;
  /** Seen from the interface. */
  readonly direction: "inbound" | "outbound" | undefined;
  readonly bytes: Uint8Array;
  /** Length on the wire; more than `bytes` where not all was kept. */
  readonly originalLengthBytes: number;
  readonly comments: readonly string[];
}

/** A value after its code and length, filled up to 32 bits (§3.5). */
type Option = readonly [code: number, value: Uint8Array];

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** The section reaches to the end of the file (§4.1). */
const UNKNOWN_LENGTH = new Uint8Array(8).fill(0xff);
/** Timestamps count 10^-3 s (§4.2 if_tsresol). */
const MILLISECONDS = Uint8Array.of(3);
const TWO_32 = 2 ** 32;
/** A comment is a sentence; longer ones are cut. Options could hold 65,535. */
const MAX_TEXT_BYTES = 4096;
/** Last instant a date can name (ECMA-262 §21.4.1.1). */
const MAX_INSTANT_MS = 8.64e15;

const OPTION = {
  end: 0,
  comment: 1,
  application: 4,
  interfaceName: 2,
  timestampResolution: 9,
  packetFlags: 2,
} as const;

const general = layout({ type: u32le, lengthBytes: u32le });
const optionHead = layout({ code: u16le, lengthBytes: u16le });
const section = layout({ magic: u32le, major: u16le, minor: u16le, lengthBytes: raw(8) });
const description = layout({ linkType: u16le, reserved: u16le, snapLengthBytes: u32le });
const packet = layout({
  interfaceNumber: u32le,
  timestampHigh: u32le,
  timestampLow: u32le,
  capturedLengthBytes: u32le,
  originalLengthBytes: u32le,
});

/** Section Header Block (§4.1): byte order, version 1.0, the program that wrote it. */
export const sectionHeader: Block<CaptureSection> = {
  encode: ({ application, comment }) =>
    block(0x0a0d0d0a, section.encode({ magic: BYTE_ORDER_MAGIC, major: 1, minor: 0, lengthBytes: UNKNOWN_LENGTH }), [
      [OPTION.application, textBytes(application)],
      [OPTION.comment, textBytes(comment)],
    ]),
  vectors: [
    {
      title: "a section with program and comment",
      value: { application: "madoguchi", comment: "C02" },
      bytes:
        "0A0D0D0A 38000000 4D3C2B1A 0100 0000 FFFFFFFFFFFFFFFF" +
        "0400 0900 6D61646F6775636869 000000 0100 0300 433032 00 0000 0000 38000000",
    },
  ],
};

/** Interface Description Block (§4.2): link type, name, timestamps in milliseconds, packets of any length. */
export const interfaceDescription: Block<CaptureInterface> = {
  encode: ({ linkType, name }) =>
    block(1, description.encode({ linkType, reserved: 0, snapLengthBytes: 0 }), [
      [OPTION.interfaceName, textBytes(name)],
      [OPTION.timestampResolution, MILLISECONDS],
    ]),
  vectors: [
    {
      title: "link type 252, named R1",
      value: { linkType: 252, name: "R1" },
      bytes: "01000000 28000000 FC00 0000 00000000 0200 0200 5231 0000 0900 0100 03 000000 0000 0000 28000000",
    },
  ],
};

const FLAGS = { inbound: 1, outbound: 2 } as const;

/** Enhanced Packet Block (§4.3): the bytes, when and which way they went, and what is to be said about them. */
export const enhancedPacket: Block<CapturedPacket> = {
  encode({ interfaceNumber, atMs, direction, bytes, originalLengthBytes, comments }) {
    if (!Number.isInteger(atMs) || atMs < 0 || atMs > MAX_INSTANT_MS)
      throw new MisuseError("atMs", "a packet's time is in whole milliseconds, from 1970 on");
    const fixed = packet.encode({
      interfaceNumber,
      timestampHigh: Math.floor(atMs / TWO_32),
      timestampLow: atMs % TWO_32,
      capturedLengthBytes: bytes.length,
      originalLengthBytes: Math.max(originalLengthBytes, bytes.length),
    });
    const flags: readonly Option[] =
      direction === undefined ? [] : [[OPTION.packetFlags, u32le.write(FLAGS[direction])]];
    return block(6, concat(fixed, padded(bytes)), [
      ...comments.map((comment): Option => [OPTION.comment, textBytes(comment)]),
      ...flags,
    ]);
  },
  vectors: [
    {
      title: "two bytes from the card, with a comment",
      value: {
        interfaceNumber: 0,
        atMs: 1770679805000,
        direction: "inbound",
        bytes: Uint8Array.of(0x90, 0x00),
        originalLengthBytes: 2,
        comments: ["done"],
      },
      bytes:
        "06000000 38000000 00000000 9C010000 48A4BD44 02000000 02000000 9000 0000" +
        "0100 0400 646F6E65 0200 0400 01000000 0000 0000 38000000",
    },
    {
      title: "four bytes of six, no direction and no options",
      value: {
        interfaceNumber: 1,
        atMs: 0,
        direction: undefined,
        bytes: Uint8Array.of(0x00, 0x20, 0x00, 0x80),
        originalLengthBytes: 6,
        comments: [],
      },
      bytes: "06000000 24000000 01000000 00000000 00000000 04000000 06000000 00200080 24000000",
    },
  ],
};

/** Type, length, body, options, and the length again (§3.1). */
function block(type: number, body: Uint8Array, options: readonly Option[]): Uint8Array {
  const tail = options.length === 0 ? [] : [...options, [OPTION.end, new Uint8Array(0)] as const].map(encodeOption);
  const content = concat(body, ...tail);
  const lengthBytes = content.length + 12;
  return concat(general.encode({ type, lengthBytes }), content, u32le.write(lengthBytes));
}

const encodeOption = ([code, value]: Option): Uint8Array =>
  concat(optionHead.encode({ code, lengthBytes: value.length }), padded(value));

const padded = (bytes: Uint8Array): Uint8Array => concat(bytes, new Uint8Array(-bytes.length & 3));

/** UTF-8, cut between two characters where it is too long. */
function textBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(MAX_TEXT_BYTES);
  return bytes.subarray(0, new TextEncoder().encodeInto(text, bytes).written);
}
